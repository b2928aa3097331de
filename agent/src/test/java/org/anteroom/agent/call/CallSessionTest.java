package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Health;
import org.anteroom.agent.watch.Metric;
import org.anteroom.media.MediaEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session whose mails come in an order of the test's choice. */
final class CallSessionTest {
    private static final Invitation CALL =
            new Invitation(Optional.of("2125550111"), Optional.empty(), "5550100", List.of());

    @TempDir
    Path folder;

    /** A stop takes the lane of emergencies, so it may overtake the call's beginning. */
    @Test
    void aStopThatOvertakesTheBeginningRefusesTheCallAndCountsIt() throws Exception {
        List<String> answers = new CopyOnWriteArrayList<>();
        CountDownLatch over = new CountDownLatch(1);
        try (MediaEngine media = Senses.media(30_320, 30_339);
                CallThreads threads = new CallThreads(1, fault -> {});
                Line line = Unplugged.line(new Unplugged.NoCalls())) {
            CallParts parts =
                    Unplugged.parts(folder, media, Clock.systemUTC(), new Health(), new ArrayList<>(), event -> {});
            CallSession session = new CallSession(
                    "call",
                    parts,
                    threads,
                    Optional.empty(),
                    Optional.empty(),
                    new Recorder(Optional.empty(), parts.alarms(), parts.counters()),
                    new LetGo(),
                    line,
                    InetAddress.getLoopbackAddress(),
                    new InvitedLeg(new Unplugged.Leg(answers)),
                    CallOrigin.of(CALL),
                    Optional.empty(),
                    gone -> over.countDown());

            session.stop(System.nanoTime());
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
            session.begin();

            assertThat(answers).containsExactly("refused 503");
            assertThat(parts.counters().value(Metric.CALLS_REFUSED)).isEqualTo(1);
            assertThat(media.openPorts()).isZero();
        }
    }
}
