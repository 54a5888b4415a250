package io.gort.camel.streams.routes.heatmap.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

    private final Marks marks = new Marks(5);

    @Test
    void tellsTheMarksOfAFieldFromTheFirstOneOn() {
        marks.add(new Mark("a", 6));
        marks.add(new Mark("a", 3));
        marks.add(new Mark("b", 0));

        assertThat(marks.size()).isEqualTo(2);
        assertThat(arguments()).containsExactlyInAnyOrder("a", "3", "\5\0\0\5", "b", "0", "\5");
    }

    @Test
    void takesAnEntryOnce() {
        assertThat(marks.add(new Mark("a", 3))).isTrue();
        assertThat(marks.add(new Mark("a", 1))).isTrue();
        assertThat(marks.add(new Mark("b", 3))).isTrue();
        assertThat(marks.add(new Mark("a", 3))).isFalse();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        marks.addTo(arguments);
        return arguments;
    }
}
