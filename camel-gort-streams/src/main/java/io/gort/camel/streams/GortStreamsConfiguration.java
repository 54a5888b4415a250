package io.gort.camel.streams;

import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/** The options of the component and its endpoints, as the user sets them: those of the producer here, the others above. */
@UriParams
public class GortStreamsConfiguration extends ConsumerConfiguration implements Cloneable {

    @UriParam(
            label = "producer",
            defaultValue = "add",
            description = "What the producer does. The header CamelGortStreamsOperation overrides it.")
    private GortStreamsOperation operation = GortStreamsOperation.add;

    @UriParam(
            label = "producer",
            enums = "true,strict,false",
            defaultValue = "true",
            description =
                    "What is checked by the rules of the trade model before it is sent. true: trade records. strict:"
                            + " also Maps and JSON that go to a typed stream. false: nothing.")
    private String validate = "true";

    @UriParam(
            label = "producer",
            description =
                    "How many entries the stream keeps, 1 or more. By default as many as is usual for the data type of"
                            + " a typed stream; other streams are not trimmed. Cannot be combined with maxAge.")
    private @Nullable Long maxLength;

    @UriParam(
            label = "producer",
            description = "How old entries on the stream may get, at least one millisecond. Cannot be combined with"
                    + " maxLength.")
    private @Nullable Duration maxAge;

    @UriParam(
            label = "producer",
            defaultValue = "approximate",
            description =
                    "How the stream is trimmed. approximate: to about the length or age, which is much cheaper for the"
                            + " server. exact: exactly. none: not at all.")
    private @Nullable TrimMode trim;

    @UriParam(
            label = "producer",
            description =
                    "Names of headers that are written as fields of the entry too, with commas between. Camel's own"
                            + " headers are never written.")
    private @Nullable String headersAsFields;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "heatmap:cache:{symbol}:{interval}",
            description = "Key under which heatmaps are cached, with {symbol} and {interval} in it.")
    private String heatmapCacheKey = "heatmap:cache:{symbol}:{interval}";

    @UriParam(
            label = "producer,advanced",
            enums = "2,1",
            defaultValue = "2",
            description =
                    "For which generation of clients heatmaps are cached. 2: with levels, clusters and summary. 1: with"
                            + " liquidation_levels and metadata, as the older clients read them. Either is read.")
    private int heatmapGeneration = 2;

    public GortStreamsOperation getOperation() {
        return operation;
    }

    public void setOperation(GortStreamsOperation operation) {
        this.operation = operation;
    }

    public String getValidate() {
        return validate;
    }

    public void setValidate(String validate) {
        this.validate = validate;
    }

    public @Nullable Long getMaxLength() {
        return maxLength;
    }

    public void setMaxLength(@Nullable Long maxLength) {
        this.maxLength = maxLength;
    }

    public @Nullable Duration getMaxAge() {
        return maxAge;
    }

    public void setMaxAge(@Nullable Duration maxAge) {
        this.maxAge = maxAge;
    }

    public @Nullable TrimMode getTrim() {
        return trim;
    }

    public void setTrim(@Nullable TrimMode trim) {
        this.trim = trim;
    }

    public @Nullable String getHeadersAsFields() {
        return headersAsFields;
    }

    public void setHeadersAsFields(@Nullable String headersAsFields) {
        this.headersAsFields = headersAsFields;
    }

    public String getHeatmapCacheKey() {
        return heatmapCacheKey;
    }

    public void setHeatmapCacheKey(String heatmapCacheKey) {
        this.heatmapCacheKey = heatmapCacheKey;
    }

    public int getHeatmapGeneration() {
        return heatmapGeneration;
    }

    public void setHeatmapGeneration(int heatmapGeneration) {
        this.heatmapGeneration = heatmapGeneration;
    }

    /** A copy that may be changed by itself. */
    public GortStreamsConfiguration copy() {
        try {
            return (GortStreamsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }
}
