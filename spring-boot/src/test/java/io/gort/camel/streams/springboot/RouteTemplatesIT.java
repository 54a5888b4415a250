package io.gort.camel.streams.springboot;

import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.params.XAddParams;

/** The route templates in a Spring Boot application: found by themselves, made routes of by properties and by YAML. */
@WithRedis
class RouteTemplatesIT {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void becomeRoutesByPropertiesAndByYaml(RedisUnderTest redis, TestKeys keys, @TempDir Path folder) throws Exception {
        String input = keys.key("in");
        String byProperties = keys.key("properties");
        String byYaml = keys.key("yaml");
        redis.client().xadd(input, XAddParams.xAddParams(), Map.of("n", "1"));
        Files.writeString(folder.resolve("routes.yaml"), """
                - templatedRoute:
                    routeTemplateRef: gort-consume
                    routeId: by-yaml
                    parameters:
                      - name: stream
                        value: "%s"
                      - name: group
                        value: yaml
                      - name: groupStart
                        value: "0"
                      - name: to
                        value: "gort-streams:%s"
                """.formatted(input, byYaml));

        try (ConfigurableApplicationContext application = new SpringApplication(Application.class)
                .run(
                        "--spring.main.banner-mode=off",
                        "--camel.component.gort-streams.host=" + redis.host(),
                        "--camel.component.gort-streams.port=" + redis.port(),
                        "--camel.component.gort-streams.database=" + redis.database(),
                        "--camel.main.routes-include-pattern=file:" + folder.resolve("routes.yaml"),
                        "--camel.routetemplate.config[0].template-id=gort-consume",
                        "--camel.routetemplate.config[0].route-id=by-properties",
                        "--camel.routetemplate.config[0].stream=" + input,
                        "--camel.routetemplate.config[0].group=properties",
                        "--camel.routetemplate.config[0].group-start=0",
                        "--camel.routetemplate.config[0].to=gort-streams:" + byProperties)) {
            redis.eventually().lengthIs(byProperties, 1);
            redis.eventually().lengthIs(byYaml, 1);
            redis.eventually().pendingIs(input, "properties", 0);
            redis.eventually().pendingIs(input, "yaml", 0);
        }
    }
}
