package io.gort.camel.streams.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which package may know which: Camel on top, Redis at the bottom, and the middle knows neither.
 *
 * @param root the package of the component
 */
record LayerRules(String root) {

    private static final String[] DRIVER = {"redis.clients..", "org.apache.commons.pool2.."};
    private static final String[] LANGUAGE = {"java..", "javax.net..", "org.jspecify.."};

    /** As in the Export-Package of the bundle, besides the root. */
    private static final List<String> EXPORTED = List.of("redis", "entry", "trade", "trade.codec");

    /** The driver is known at the bottom and nowhere else. */
    ArchRule onlyRedisKnowsTheDriver() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("redis"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DRIVER);
    }

    ArchRule redisKnowsOnlyEntryAndTheDriver() {
        return classes()
                .that()
                .resideInAPackage(in("redis"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                        .or(resideInAnyPackage(DRIVER))
                        .or(ours("redis", "entry")));
    }

    ArchRule theMiddleKnowsNeitherCamelNorTheDriver() {
        return classes()
                .that()
                .resideInAnyPackage(in("consumer"), in("producer"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                        .or(resideInAPackage("org.slf4j.."))
                        .or(ours("entry"))
                        .or(clientOrReader())
                        .or(redisExceptions())
                        .or(resideInAnyPackage(in("consumer"), in("producer"))));
    }

    ArchRule consumerAndProducerDoNotKnowEachOther() {
        return noClasses()
                .that()
                .resideInAPackage(in("consumer"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("producer"));
    }

    ArchRule entryKnowsOnlyTheLanguage() {
        return classes()
                .that()
                .resideInAPackage(in("entry"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(ours("entry")));
    }

    ArchRule tradeKnowsOnlyTheLanguage() {
        return classes()
                .that()
                .resideInAPackage(root + ".trade")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE).or(resideInAPackage(root + ".trade")));
    }

    ArchRule theCodecKnowsOnlyTradeEntryAndJackson() {
        return classes()
                .that()
                .resideInAPackage(in("trade.codec"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(LANGUAGE)
                        .or(resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind.."))
                        .or(ours("trade", "entry")));
    }

    /** Of the bottom, the top knows the seam, its maker and what may be thrown. */
    ArchRule theTopKnowsOnlyTheSeamOfRedis() {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat(are(resideInAPackage(in("redis"))
                        .and(DescribedPredicate.not(name(root + ".redis.StreamClient")))
                        .and(DescribedPredicate.not(name(root + ".redis.JedisStreamClients")))
                        .and(DescribedPredicate.not(redisExceptions()))));
    }

    /** The codec counts as part of the trade model. */
    ArchRule noPackagesFormACycle() {
        return slices().assignedFrom(new ByPackage(root)).should().beFreeOfCycles();
    }

    /** A bundle that uses the component can load every type that it meets. */
    ArchRule exportedPackagesExposeOnlyEachOther() {
        String[] exported = Stream.concat(Stream.of(root), EXPORTED.stream().map(part -> root + "." + part))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> hidden = resideInAPackage(root + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(exported)))
                .as("hidden from other bundles");
        return noClasses().that().resideInAnyPackage(exported).should(new Expose(hidden));
    }

    ArchRule nothingIsPrinted() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    ArchRule nothingLogsThroughTheLanguage() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
    }

    /** A sleeping thread cannot be told that the consumer stops. */
    ArchRule nothingSleeps() {
        return noClasses().should().accessTargetWhere(new Sleep());
    }

    private String in(String part) {
        return root + "." + part + "..";
    }

    private DescribedPredicate<JavaClass> ours(String... parts) {
        String[] packages = new String[parts.length];
        for (int i = 0; i < parts.length; i++) {
            packages[i] = in(parts[i]);
        }
        return resideInAnyPackage(packages);
    }

    private DescribedPredicate<JavaClass> clientOrReader() {
        return DescribedPredicate.<JavaClass>or(
                name(root + ".redis.StreamClient").forSubtype(),
                name(root + ".redis.StreamReader").forSubtype());
    }

    private DescribedPredicate<JavaClass> redisExceptions() {
        return resideInAPackage(in("redis")).and(assignableTo(RuntimeException.class));
    }

    private static final class Sleep extends DescribedPredicate<JavaAccess<?>> {

        Sleep() {
            super("the target is sleep of Thread or TimeUnit");
        }

        @Override
        public boolean test(JavaAccess<?> access) {
            JavaClass owner = access.getTargetOwner();
            return access.getName().equals("sleep")
                    && (owner.isEquivalentTo(Thread.class)
                            || owner.isEquivalentTo(java.util.concurrent.TimeUnit.class));
        }
    }

    private record ByPackage(String root) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            if (!name.equals(root) && !name.startsWith(root + ".")) {
                return SliceIdentifier.ignore();
            }
            String part = name.substring(root.length()).replaceFirst("^\\.", "");
            return SliceIdentifier.of(part.replaceFirst("\\..*$", ""));
        }

        @Override
        public String getDescription() {
            return "packages below " + root;
        }
    }
}
