package io.gort.camel.streams.endpoint;

import static io.gort.camel.streams.endpoint.StaticEndpointBuilders.gortStreams;
import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.GortStreamsEndpointUriFactory;
import io.gort.camel.streams.GortStreamsOperation;
import io.gort.camel.streams.endpoint.dsl.GortStreamsEndpointBuilderFactory.AdvancedGortStreamsEndpointConsumerBuilder;
import io.gort.camel.streams.endpoint.dsl.GortStreamsEndpointBuilderFactory.AdvancedGortStreamsEndpointProducerBuilder;
import io.gort.camel.streams.endpoint.dsl.GortStreamsEndpointBuilderFactory.GortStreamsEndpointConsumerBuilder;
import io.gort.camel.streams.endpoint.dsl.GortStreamsEndpointBuilderFactory.GortStreamsEndpointProducerBuilder;
import io.gort.camel.streams.testkit.RedisUnderTest;
import io.gort.camel.streams.testkit.TestKeys;
import io.gort.camel.streams.testkit.WithRedis;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Routes in Java whose options are methods. */
class EndpointDslIT {

    @Test
    @WithRedis
    void publishesConsumesAndAsks(RedisUnderTest redis, TestKeys keys) throws Exception {
        String stream = keys.key("orders");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new EndpointRouteBuilder() {
                @Override
                public void configure() {
                    from(direct("in"))
                            .to(gortStreams(stream)
                                    .host(redis.host())
                                    .port(redis.port())
                                    .maxLength(100L))
                            .to(gortStreams(stream)
                                    .host(redis.host())
                                    .port(redis.port())
                                    .operation(GortStreamsOperation.length));
                    from(gortStreams(stream)
                                    .host(redis.host())
                                    .port(redis.port())
                                    .group("g")
                                    .groupStart("0")
                                    .batchSize(5)
                                    .advanced()
                                    .poolSize(2))
                            .to(mock("handled"));
                }
            });
            MockEndpoint handled = context.getEndpoint("mock:handled", MockEndpoint.class);
            handled.expectedMessageCount(1);
            context.start();

            Object length = context.createProducerTemplate().requestBody("direct:in", Map.of("a", "1"));

            assertThat(length).isEqualTo(1L);
            handled.assertIsSatisfied();
            assertThat(handled.getExchanges().get(0).getMessage().getBody()).isEqualTo(Map.of("a", "1"));
        }
    }

    @Test
    void hasAMethodForEachOption() {
        Set<String> methods = Stream.of(
                        GortStreamsEndpointConsumerBuilder.class,
                        AdvancedGortStreamsEndpointConsumerBuilder.class,
                        GortStreamsEndpointProducerBuilder.class,
                        AdvancedGortStreamsEndpointProducerBuilder.class)
                .flatMap(builder -> Stream.of(builder.getDeclaredMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(new GortStreamsEndpointUriFactory().propertyNames())
                .filteredOn(option -> !option.equals("stream"))
                .isSubsetOf(methods);
    }
}
