package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a closed line leaves behind: nothing. */
class ClosedLineTest {

    @Test
    void noThreadOfTheLineOrItsStackIsLeft() throws Exception {
        for (Transport transport : Transport.values()) {
            try (ScriptedPbx pbx = new ScriptedPbx(transport)) {
                Set<Thread> before = Thread.getAllStackTraces().keySet();
                try (LineUnderTest test = LineUnderTest.registered(pbx)) {
                    pbx.send(pbx.caller().invite(List.of(), ScriptedPbx.SDP));
                    test.awaitCall();
                    test.call("300", Duration.ofSeconds(60));
                    pbx.awaitRequest("INVITE");
                    assertThat(left(before)).contains("EventScannerThread", "sip-line");
                }
                Waiting.holds(() -> left(before).isEmpty(), 10);
                assertThat(left(before)).as(transport.toString()).isEmpty();
            }
        }
    }

    private static List<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.equals("scripted-pbx"))
                .toList();
    }
}
