package io.gort.camel.streams.testkit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What {@link WithRedis} does. Keys asked for by a test or {@code @BeforeEach} live as long as the test; keys asked for
 * by a constructor or {@code @BeforeAll} are shared by the class and live as long as it.
 */
public final class RedisExtension
        implements ExecutionCondition, ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace OURS = Namespace.create(RedisExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(RedisUnderTest.class, TestKeys.class, Eventually.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (SharedRedis.find().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a Redis");
        }
        if (WhenThereIsNoRedis.rule(System.getenv("CI")) == WhenThereIsNoRedis.FAIL) {
            throw new IllegalStateException(WhenThereIsNoRedis.MESSAGE);
        }
        WhenThereIsNoRedis.sayOnce();
        return ConditionEvaluationResult.disabled(WhenThereIsNoRedis.MESSAGE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == RedisUnderTest.class) {
            return SharedRedis.get();
        }
        if (type == Eventually.class) {
            return SharedRedis.get().eventually();
        }
        return store(context)
                .getOrComputeIfAbsent(
                        TestKeys.class, key -> new TestKeys(SharedRedis.get().client()), TestKeys.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        deleteKeysOf(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        deleteKeysOf(context);
    }

    private static void deleteKeysOf(ExtensionContext context) {
        @Nullable TestKeys keys = store(context).remove(TestKeys.class, TestKeys.class);
        if (keys != null) {
            keys.deleteAll();
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(OURS);
    }
}
