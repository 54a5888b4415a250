package io.gort.camel.streams.routes.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.gort.camel.streams.trade.CriticalZone;
import io.gort.camel.streams.trade.HeatmapCluster;
import io.gort.camel.streams.trade.HeatmapData;
import io.gort.camel.streams.trade.HeatmapLevel;
import io.gort.camel.streams.trade.HeatmapSummary;
import io.gort.camel.streams.trade.Interval;
import io.gort.camel.streams.trade.ZoneType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatmapBuilderTest {

    private static final long CLOCK = 1_600_000_000_000L;

    @Test
    void tellsVolumesAndIntensityOfEachLevel() {
        HeatmapData heatmap = build("45000:1000000:500000", "45020:0:750000", "45060:3000000:0");

        assertThat(heatmap.levels())
                .extracting(
                        level -> level.price().toPlainString(),
                        level -> level.longLiquidations().toPlainString(),
                        level -> level.shortLiquidations().toPlainString(),
                        level -> level.totalVolume().toPlainString(),
                        level -> level.intensity().toPlainString())
                .containsExactly(
                        tuple("45000", "1", "0.5", "1.5", "50"),
                        tuple("45020", "0", "0.75", "0.75", "25"),
                        tuple("45060", "3", "0", "3", "100"));
        assertThat(heatmap.timestamp()).isEqualTo(CLOCK);
        assertThat(heatmap.violations()).isEmpty();
    }

    @Test
    void addsUpExactly() {
        HeatmapData heatmap = build(
                "1:9223372036854775807:9223372036854775807", "2:9223372036854775807:1", "3:1:333333", "4:666667:2");

        HeatmapSummary summary = heatmap.summary();
        assertThat(summary.totalLongLiquidations()).isEqualTo(sum(heatmap, HeatmapLevel::longLiquidations));
        assertThat(summary.totalShortLiquidations()).isEqualTo(sum(heatmap, HeatmapLevel::shortLiquidations));
        assertThat(summary.totalLongLiquidations().add(summary.totalShortLiquidations()))
                .isEqualByComparingTo(sum(heatmap, HeatmapLevel::totalVolume));
        assertThat(summary.maxLiquidationPrice()).isEqualByComparingTo("1");
    }

    @Test
    void weighsPricesByVolume() {
        HeatmapSummary summary = build("100:1000000:0", "200:3000000:1000000").summary();

        assertThat(summary.weightedAvgLongPrice()).isEqualByComparingTo("175");
        assertThat(summary.weightedAvgShortPrice()).isEqualByComparingTo("200");
        assertThat(summary.maxLiquidationPrice()).isEqualByComparingTo("200");
        assertThat(summary.maxLiquidationVolume()).isEqualByComparingTo("4");
        assertThat(summary.significantLevels()).isEqualTo(1);
    }

    @Test
    void joinsSignificantNeighboursToClusters() {
        HeatmapData heatmap = build(
                "44980:100:0",
                "45000:1000:0",
                "45020:1000:1000",
                "45040:100:0",
                "45060:1500:0",
                "49980:2000:0",
                "50000:0:2000");

        assertThat(heatmap.clusters())
                .extracting(
                        cluster -> cluster.priceRangeStart().toPlainString(),
                        cluster -> cluster.priceRangeEnd().toPlainString(),
                        cluster -> cluster.levels().size())
                .containsExactly(tuple("45000", "45040", 2), tuple("45060", "45080", 1), tuple("49980", "50050", 2));
        HeatmapCluster first = heatmap.clusters().get(0);
        assertThat(first.totalVolume()).isEqualByComparingTo("0.003");
        assertThat(first.peakIntensity()).isEqualByComparingTo("100");
        assertThat(first.updatedAt()).isEqualTo(CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 100, LONG",
        "199, 100, MIXED",
        "100, 199, MIXED",
        "100, 200, SHORT",
        "100, 100, MIXED",
        "0,   100, SHORT",
    })
    void namesTheSideOfCriticalZones(long longMicros, long shortMicros, ZoneType type) {
        List<CriticalZone> zones =
                build("100:" + longMicros + ":" + shortMicros).summary().criticalZones();

        assertThat(zones).extracting(CriticalZone::type).containsExactly(type);
    }

    @Test
    void leavesSmallClustersOutOfTheCriticalZones() {
        String[] levels = new String[21];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (1000 + 2 * i) + ":" + (i == 0 ? 1100 : 550) + ":0";
        }

        HeatmapData heatmap = build(levels);

        assertThat(heatmap.clusters()).hasSize(21);
        assertThat(heatmap.summary().criticalZones()).isEmpty();
    }

    @Test
    void givesAnEmptyHeatmapForAnEmptyWindow() {
        HeatmapData heatmap = build();

        assertThat(heatmap.levels()).isEmpty();
        assertThat(heatmap.clusters()).isEmpty();
        assertThat(heatmap.summary()).isEqualTo(HeatmapSummary.of(List.of()));
    }

    @Test
    void survivesLevelsWithoutVolume() {
        HeatmapData heatmap = build("100:0:0");

        assertThat(heatmap.levels().get(0).intensity()).isEqualByComparingTo("0");
        assertThat(heatmap.clusters()).isEmpty();
        assertThat(heatmap.summary().weightedAvgLongPrice()).isEqualByComparingTo("0");
    }

    /** Each level is {@code price:longMicros:shortMicros}. */
    private static HeatmapData build(String... levels) {
        List<LevelVolume> volumes = Arrays.stream(levels)
                .map(level -> level.split(":"))
                .map(part -> new LevelVolume(
                        new BigDecimal(part[0]), Long.parseLong(part[1]), Long.parseLong(part[2]), CLOCK))
                .toList();
        return HeatmapBuilder.build(new HeatmapState("BTCUSDT", Interval.M1, CLOCK, new BigDecimal("45010"), volumes));
    }

    private static BigDecimal sum(HeatmapData heatmap, Function<HeatmapLevel, BigDecimal> part) {
        return heatmap.levels().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
