package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeLinesTest {

    private static final LevelVolume ONE = new LevelVolume(new BigDecimal("45000"), 1, 2, 10);
    private static final LevelVolume SAME_LEVEL = new LevelVolume(new BigDecimal("45000"), 30, 0, 9);
    private static final LevelVolume OTHER = new LevelVolume(new BigDecimal("0.0005"), Long.MAX_VALUE, 4, 11);

    @Test
    void areReadAsTheyWereWritten() {
        List<LevelVolume> volumes = List.of(ONE, SAME_LEVEL, OTHER);
        String text = VolumeLines.of(volumes);

        assertThat(text).isEqualTo("45000 1 2 10\n45000 30 0 9\n0.0005 9223372036854775807 4 11\n");
        assertThat(read(text)).isEqualTo(volumes);
    }

    @Test
    void areAddedUpLevelByLevel() {
        String folded = VolumeLines.folded(VolumeLines.of(List.of(ONE, OTHER, SAME_LEVEL)));

        assertThat(folded).isEqualTo("46\n45000 31 2 10\n0.0005 9223372036854775807 4 11\n");
        assertThat(read(folded)).containsExactly(ONE.plus(SAME_LEVEL), OTHER);
    }

    @Test
    void areAddedUpAgainWithWhatWasAppended() {
        String folded = VolumeLines.folded(VolumeLines.of(List.of(ONE)));

        assertThat(VolumeLines.folded(folded + VolumeLines.of(List.of(SAME_LEVEL))))
                .isEqualTo("14\n45000 31 2 10\n");
    }

    @Test
    void areNoneInABucketThatIsNotThere() {
        assertThat(read("")).isEmpty();
        assertThat(VolumeLines.folded("")).isEqualTo("0\n");
        assertThat(read("0\n")).isEmpty();
    }

    private static List<LevelVolume> read(String text) {
        List<LevelVolume> read = new ArrayList<>();
        VolumeLines.read(text, read::add);
        return read;
    }
}
