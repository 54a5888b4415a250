package io.gort.camel.streams.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsComponent;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import redis.clients.jedis.params.XAddParams;

/** The component in a Spring Boot application: found and configured by Camel's own starter. */
@WithRedis
class SpringBootIT {

    @SpringBootApplication
    static class Application {

        @Bean
        RouteBuilder copy() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("gort-streams:{{input}}?group=spring&groupStart=0").to("gort-streams:{{output}}");
                }
            };
        }
    }

    @Test
    void theComponentIsConfiguredByPropertiesAndItsRoutesRun(RedisUnderTest redis, TestKeys keys) {
        String input = keys.key("in");
        String output = keys.key("out");
        redis.client().xadd(input, XAddParams.xAddParams(), Map.of("n", "1"));
        try (ConfigurableApplicationContext application = new SpringApplication(Application.class)
                .run(
                        "--spring.main.banner-mode=off",
                        "--camel.component.gort-streams.host=" + redis.host(),
                        "--camel.component.gort-streams.port=" + redis.port(),
                        "--camel.component.gort-streams.database=" + redis.database(),
                        "--camel.component.gort-streams.block-timeout=1s",
                        "--input=" + input,
                        "--output=" + output)) {
            redis.eventually().lengthIs(output, 1);
            redis.eventually().pendingIs(input, "spring", 0);
            GortStreamsComponent component =
                    application.getBean(CamelContext.class).getComponent("gort-streams", GortStreamsComponent.class);
            assertThat(component.getConfiguration().getBlockTimeout()).hasSeconds(1);
        }
    }
}
