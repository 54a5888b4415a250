package io.gort.camel.streams.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs the {@link SharedRedis}. It may take parameters of the types {@link RedisUnderTest},
 * {@link TestKeys} and {@link Eventually}; the keys are deleted after the test. Without any Redis it is skipped, and
 * fails where the environment says {@code CI=true}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RedisExtension.class)
public @interface WithRedis {}
