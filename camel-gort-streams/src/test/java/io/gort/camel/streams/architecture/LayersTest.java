package io.gort.camel.streams.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.gort.camel.streams.GortStreamsComponent;
import java.net.URL;
import org.junit.jupiter.api.Test;

class LayersTest {

    private final LayerRules rules = new LayerRules("io.gort.camel.streams");
    private final JavaClasses component = Component.CLASSES;

    /** Read once: it takes a while. */
    private static final class Component {
        static final JavaClasses CLASSES = new ClassFileImporter().importUrl(place());

        /** Where the component's own classes lie, without those of its tests. */
        private static URL place() {
            return GortStreamsComponent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
        }
    }

    @Test
    void onlyRedisKnowsTheDriver() {
        rules.onlyRedisKnowsTheDriver().check(component);
    }

    @Test
    void redisKnowsOnlyEntryAndTheDriver() {
        rules.redisKnowsOnlyEntryAndTheDriver().check(component);
    }

    @Test
    void theMiddleKnowsNeitherCamelNorTheDriver() {
        rules.theMiddleKnowsNeitherCamelNorTheDriver().check(component);
    }

    @Test
    void consumerAndProducerDoNotKnowEachOther() {
        rules.consumerAndProducerDoNotKnowEachOther().check(component);
    }

    @Test
    void entryKnowsOnlyTheLanguage() {
        rules.entryKnowsOnlyTheLanguage().check(component);
    }

    @Test
    void tradeKnowsOnlyTheLanguage() {
        rules.tradeKnowsOnlyTheLanguage().check(component);
    }

    @Test
    void theCodecKnowsOnlyTradeEntryAndJackson() {
        rules.theCodecKnowsOnlyTradeEntryAndJackson().check(component);
    }

    @Test
    void theTopKnowsOnlyTheSeamOfRedis() {
        rules.theTopKnowsOnlyTheSeamOfRedis().check(component);
    }

    @Test
    void noPackagesFormACycle() {
        rules.noPackagesFormACycle().check(component);
    }

    @Test
    void exportedPackagesExposeOnlyEachOther() {
        rules.exportedPackagesExposeOnlyEachOther().check(component);
    }

    @Test
    void nothingIsPrinted() {
        rules.nothingIsPrinted().check(component);
    }

    @Test
    void nothingLogsThroughTheLanguage() {
        rules.nothingLogsThroughTheLanguage().check(component);
    }

    @Test
    void nothingSleeps() {
        rules.nothingSleeps().check(component);
    }
}
