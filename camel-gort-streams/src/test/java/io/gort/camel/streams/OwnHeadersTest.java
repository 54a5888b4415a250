package io.gort.camel.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.gort.camel.streams.entry.GroupMember;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class OwnHeadersTest {

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final Message message = exchange.getMessage();

    @Test
    void findsNoInstructionWhereThereAreNoHeaders() {
        assertThat(OwnHeaders.streamKeyInstruction(exchange)).isNull();
        assertThat(OwnHeaders.entryIdInstruction(exchange)).isNull();
    }

    @Test
    void takesWhatSomebodyElseHasSetForAnInstruction() {
        message.setHeader(GortStreamsConstants.STREAM_KEY, "a");
        message.setHeader(GortStreamsConstants.ENTRY_ID, "1-0");

        assertThat(OwnHeaders.streamKeyInstruction(exchange)).isEqualTo("a");
        assertThat(OwnHeaders.entryIdInstruction(exchange)).isEqualTo("1-0");
    }

    @Test
    void takesItsOwnStatementsForNone() {
        OwnHeaders.put(exchange, message, "a", "1-0");

        assertThat(message.getHeader(GortStreamsConstants.STREAM_KEY)).isEqualTo("a");
        assertThat(OwnHeaders.streamKeyInstruction(exchange)).isNull();
        assertThat(OwnHeaders.entryIdInstruction(exchange)).isNull();
    }

    @Test
    void takesWhatIsSetInPlaceOfAStatementForAnInstruction() {
        OwnHeaders.put(exchange, message, "a", "1-0");

        message.setHeader(GortStreamsConstants.STREAM_KEY, "b");

        assertThat(OwnHeaders.streamKeyInstruction(exchange)).isEqualTo("b");
        assertThat(OwnHeaders.entryIdInstruction(exchange)).isNull();
    }

    @Test
    void takesTheListsOfAnEarlierProducerForNone() {
        OwnHeaders.put(exchange, message, List.of("a", "b"), List.of("1-0", "2-0"));

        assertThat(OwnHeaders.streamKeyInstruction(exchange)).isNull();
        assertThat(OwnHeaders.entryIdInstruction(exchange)).isNull();
    }

    @Test
    void tellsTheMemberOfAConsumerFromAnInstruction() {
        OwnHeaders.putMember(exchange, message, new GroupMember("g", "me"));
        assertThat(message.getHeader(GortStreamsConstants.GROUP)).isEqualTo("g");
        assertThat(message.getHeader(GortStreamsConstants.CONSUMER_NAME)).isEqualTo("me");
        assertThat(OwnHeaders.instruction(exchange, GortStreamsConstants.GROUP)).isNull();
        assertThat(OwnHeaders.instruction(exchange, GortStreamsConstants.CONSUMER_NAME))
                .isNull();

        message.setHeader(GortStreamsConstants.GROUP, new String("g"));
        assertThat(OwnHeaders.instruction(exchange, GortStreamsConstants.GROUP)).isEqualTo("g");
    }
}
