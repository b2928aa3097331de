package org.anteroom.agent.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a closed line leaves behind: nothing. */
class ClosedLineTest {
    private static final Pattern OURS_OR_THE_STACKS =
            Pattern.compile("sip-|EventScannerThread|DefaultSipTimerThread|BlockingQueueDispatchAuditor|PipelineThread"
                    + "|MessageProcessorThread|(UDP|TCP)MessageChannelThread|SIP-TCP-Core-|jain_sip_|AffinityJAIN");

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

    @Test
    void callsWhoseConnectionIsGoneDoNotKeepTheOthersFromTheirEnd() throws Exception {
        try (ScriptedPbx pbx = new ScriptedPbx(Transport.TCP);
                LineUnderTest test = LineUnderTest.registered(pbx)) {
            for (int i = 0; i < 4; i++) {
                callOverAConnectionThatGoes(pbx, test);
            }
            ScriptedPbx.Caller there = pbx.caller();
            pbx.send(there.invite(List.of(), ScriptedPbx.SDP));
            test.awaitCall();
            test.close();
            SipText last = pbx.await(message -> message.status() > 100);
            assertThat(last.status()).isEqualTo(480);
            assertThat(last.header("Call-ID")).isEqualTo(there.callId());
            for (int i = 0; i < 5; i++) {
                assertThat(test.heard.next(LegEvent.Ended.class).cause()).isEqualTo(EndCause.LINE_CLOSED);
            }
            assertThat(test.counters.get(SipCount.RESPONSES_UNSENT)).isEqualTo(4);
            assertThat(test.counters.get(SipCount.FAULTS)).isZero();
        }
    }

    /** The PBX can't be reached at the address it names either. */
    private static void callOverAConnectionThatGoes(ScriptedPbx pbx, LineUnderTest test) throws Exception {
        InetSocketAddress line = test.line.localAddress().orElseThrow();
        String nobody = "127.0.0.1:9";
        try (Socket socket = new Socket(line.getAddress(), line.getPort())) {
            String invite = pbx.caller().invite(List.of(), ScriptedPbx.SDP).replace(pbx.hostPort(), nobody);
            socket.getOutputStream().write(invite.getBytes(StandardCharsets.UTF_8));
            test.awaitCall();
            socket.shutdownOutput();
            socket.setSoTimeout(10_000);
            String heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(heard).startsWith("SIP/2.0 100");
        }
    }

    /** Others may be born meanwhile: the machine's own, and those of libraries that have nothing to do with the line. */
    private static List<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> !before.contains(each.getKey()))
                .filter(each ->
                        OURS_OR_THE_STACKS.matcher(each.getKey().getName()).lookingAt()
                                || Stream.of(each.getValue())
                                        .anyMatch(frame -> frame.getClassName().startsWith("gov.nist.")))
                .map(each -> each.getKey().getName())
                .toList();
    }
}
