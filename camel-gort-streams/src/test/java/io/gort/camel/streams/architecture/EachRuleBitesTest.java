package io.gort.camel.streams.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.gort.camel.streams.architecture.fixtures.Prints;
import io.gort.camel.streams.architecture.fixtures.Sleeps;
import io.gort.camel.streams.architecture.fixtures.TopHoldsAConnection;
import io.gort.camel.streams.architecture.fixtures.TopKnowsAnImplementation;
import io.gort.camel.streams.architecture.fixtures.TopReturnsTheHidden;
import io.gort.camel.streams.architecture.fixtures.UsesLanguageLogging;
import io.gort.camel.streams.architecture.fixtures.WaitsByTimeUnit;
import io.gort.camel.streams.architecture.fixtures.WellBehaved;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerHoldsAConnection;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerHoldsAPool;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerHoldsAProducer;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerKnowsAnImplementation;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerKnowsCamel;
import io.gort.camel.streams.architecture.fixtures.consumer.ConsumerKnowsTrade;
import io.gort.camel.streams.architecture.fixtures.entry.EntryInACycle;
import io.gort.camel.streams.architecture.fixtures.entry.EntryIsToldTheHidden;
import io.gort.camel.streams.architecture.fixtures.entry.EntryLogs;
import io.gort.camel.streams.architecture.fixtures.redis.HiddenClient;
import io.gort.camel.streams.architecture.fixtures.redis.RedisKnowsCamel;
import io.gort.camel.streams.architecture.fixtures.trade.TradeKnowsEntry;
import io.gort.camel.streams.architecture.fixtures.trade.TradeKnowsJackson;
import io.gort.camel.streams.architecture.fixtures.trade.codec.CodecLogs;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule passes because it looks at nothing: each is broken here by a class made for it. */
class EachRuleBitesTest {

    private static final LayerRules RULES = new LayerRules("io.gort.camel.streams.architecture.fixtures");

    static Stream<Arguments> offenders() {
        return Stream.of(
                Arguments.of(RULES.onlyRedisKnowsTheDriver(), TopHoldsAConnection.class),
                Arguments.of(RULES.onlyRedisKnowsTheDriver(), ConsumerHoldsAConnection.class),
                Arguments.of(RULES.onlyRedisKnowsTheDriver(), ConsumerHoldsAPool.class),
                Arguments.of(RULES.redisKnowsOnlyEntryAndTheDriver(), RedisKnowsCamel.class),
                Arguments.of(RULES.theMiddleKnowsNeitherCamelNorTheDriver(), ConsumerKnowsCamel.class),
                Arguments.of(RULES.theMiddleKnowsNeitherCamelNorTheDriver(), ConsumerHoldsAConnection.class),
                Arguments.of(RULES.theMiddleKnowsNeitherCamelNorTheDriver(), ConsumerKnowsAnImplementation.class),
                Arguments.of(RULES.theMiddleKnowsNeitherCamelNorTheDriver(), ConsumerKnowsTrade.class),
                Arguments.of(RULES.consumerAndProducerDoNotKnowEachOther(), ConsumerHoldsAProducer.class),
                Arguments.of(RULES.entryKnowsOnlyTheLanguage(), EntryLogs.class),
                Arguments.of(RULES.tradeKnowsOnlyTheLanguage(), TradeKnowsEntry.class),
                Arguments.of(RULES.tradeKnowsOnlyTheLanguage(), TradeKnowsJackson.class),
                Arguments.of(RULES.theCodecKnowsOnlyTradeEntryAndJackson(), CodecLogs.class),
                Arguments.of(RULES.theTopKnowsOnlyTheSeamOfRedis(), TopKnowsAnImplementation.class),
                Arguments.of(RULES.exportedPackagesExposeOnlyEachOther(), TopReturnsTheHidden.class),
                Arguments.of(RULES.exportedPackagesExposeOnlyEachOther(), EntryIsToldTheHidden.class),
                Arguments.of(RULES.nothingIsPrinted(), Prints.class),
                Arguments.of(RULES.nothingLogsThroughTheLanguage(), UsesLanguageLogging.class),
                Arguments.of(RULES.nothingSleeps(), Sleeps.class),
                Arguments.of(RULES.nothingSleeps(), WaitsByTimeUnit.class));
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void findsTheOffender(ArchRule rule, Class<?> offender) {
        JavaClasses classes = new ClassFileImporter().importClasses(offender, WellBehaved.class);

        assertThat(rule.evaluate(classes).getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(offender.getSimpleName()));
    }

    @Test
    void findsACycleOfTwoPackages() {
        JavaClasses classes = new ClassFileImporter().importClasses(EntryInACycle.class, HiddenClient.class);

        assertThat(RULES.noPackagesFormACycle().evaluate(classes).hasViolation())
                .isTrue();
    }
}
