package io.gort.camel.streams.routes.heatmap.store;

import io.gort.camel.streams.routes.heatmap.LevelVolume;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a bucket holds, as text. Each line is what was added to a level, {@code level long short time}, volumes in
 * micro-USD; what the bucket holds is the sum of its lines. The first line may be a number: so long is what was left
 * when the lines were last added up.
 */
final class VolumeLines {

    private VolumeLines() {}

    static String of(Collection<LevelVolume> volumes) {
        StringBuilder text = new StringBuilder();
        for (LevelVolume volume : volumes) {
            text.append(volume.price().toPlainString())
                    .append(' ')
                    .append(volume.longMicros())
                    .append(' ')
                    .append(volume.shortMicros())
                    .append(' ')
                    .append(volume.timestamp())
                    .append('\n');
        }
        return text.toString();
    }

    /** The same with one line for each level, and their length in the first line. */
    static String folded(String text) {
        Map<BigDecimal, LevelVolume> sums = new LinkedHashMap<>();
        read(text, volume -> sums.merge(volume.price(), volume, LevelVolume::plus));
        String lines = of(sums.values());
        return lines.length() + "\n" + lines;
    }

    /** Tells what each line adds. */
    static void read(String text, Consumer<LevelVolume> consumer) {
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int level = text.indexOf(' ', from);
            if (level > 0 && level < end) {
                consumer.accept(line(text, from, level, end));
            }
            from = end + 1;
        }
    }

    private static LevelVolume line(String text, int from, int level, int end) {
        int first = text.indexOf(' ', level + 1);
        int second = text.indexOf(' ', first + 1);
        return new LevelVolume(
                new BigDecimal(text.substring(from, level)),
                Long.parseLong(text, level + 1, first, 10),
                Long.parseLong(text, first + 1, second, 10),
                Long.parseLong(text, second + 1, end, 10));
    }
}
