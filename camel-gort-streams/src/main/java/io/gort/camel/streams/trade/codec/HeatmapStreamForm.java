package io.gort.camel.streams.trade.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gort.camel.streams.trade.HeatmapCacheKey;
import io.gort.camel.streams.trade.HeatmapData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Heatmaps as entries. The first generation carries the whole heatmap in the field {@code data}; the second only
 * announces a cached one: how many levels it has and where it is, without the levels. Entries are written as both.
 */
final class HeatmapStreamForm {

    private static final HeatmapForm JSON = HeatmapForm.INSTANCE;

    private final HeatmapCacheKey cacheKey;

    HeatmapStreamForm(HeatmapCacheKey cacheKey) {
        this.cacheKey = cacheKey;
    }

    Map<String, String> write(HeatmapData heatmap) {
        ObjectNode data = JSON.writeAny(heatmap);
        GenerationOneHeatmap.addTo(data, heatmap);
        Map<String, String> all = JSON.fields(data);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("data", Json.write(data));
        for (String name : List.of("timestamp", "symbol", "interval", "current_price", "summary", "clusters")) {
            fields.put(name, all.getOrDefault(name, ""));
        }
        fields.put("levels_count", Integer.toString(heatmap.levels().size()));
        fields.put("cache_key", cacheKey.keyFor(heatmap));
        return fields;
    }

    HeatmapData read(String symbol, Map<String, String> fields) {
        ObjectNode members = Json.object(fields);
        members.put("symbol", symbol);
        String data = fields.get("data");
        return data == null || data.isEmpty() ? readAnnouncement(members) : readWhole(members, data);
    }

    private static HeatmapData readAnnouncement(ObjectNode members) {
        Problems problems = new Problems();
        HeatmapData heatmap = JSON.readInto(problems, members::path);
        Members fields = new Members(members, problems);
        if (!fields.has("summary")) {
            problems.add("summary", "missing", "a JSON object");
        }
        fields.optionalInteger("levels_count");
        heatmap.violations().stream()
                .filter(violation -> !violation.field().equals("levels"))
                .forEach(problems::add);
        problems.throwIfAny(JSON.what());
        return heatmap;
    }

    /** The entry's own time and interval count; what else the data lack is taken from the entry. */
    private static HeatmapData readWhole(ObjectNode fields, String data) {
        ObjectNode heatmap = Json.findObject(data);
        if (heatmap == null) {
            throw unreadable(fields, data);
        }
        for (String name : List.of("symbol", "timestamp", "interval")) {
            if (has(fields, name)) {
                heatmap.set(name, fields.get(name));
            }
        }
        for (String name : List.of("current_price", "summary", "clusters")) {
            if (!has(heatmap, name) && has(fields, name)) {
                heatmap.set(name, fields.get(name));
            }
        }
        return JSON.readChecked(heatmap);
    }

    private static RuntimeException unreadable(ObjectNode fields, String data) {
        Problems problems = new Problems();
        problems.add("data", data, "a JSON object");
        Members members = new Members(fields, problems);
        members.integer("timestamp");
        HeatmapForm.readInterval(members);
        return problems.exception(JSON.what());
    }

    private static boolean has(ObjectNode members, String name) {
        return !Members.isAbsent(members.path(name));
    }
}
