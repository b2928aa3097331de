package org.anteroom.agent.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A registration that is made to see whether it would be granted, and ended at once.
 *
 * @param outcome registered, or failing with the reason; empty when the PBX said nothing in time
 * @param local our own address; empty when there is no way to the PBX
 * @param seen where the PBX sees us
 */
public record RegistrationTrial(
        Optional<RegistrationState> outcome, Optional<InetSocketAddress> local, Optional<InetSocketAddress> seen) {

    /**
     * Registers from a port of its own, and un-registers. Calls that come in that moment are a patient's: they are refused with
     * 503 and go on to the PBX's own fall-back. Blocks.
     *
     * @param within how long the PBX has for an answer
     * @throws IOException with a sentence when it can't be tried
     */
    public static RegistrationTrial of(LineSettings settings, Duration within)
            throws IOException, InterruptedException {
        LineSettings elsewhere = new LineSettings(
                settings.pbx(),
                settings.account(),
                new LineSettings.Local(settings.local().address(), 0),
                settings.timers(),
                settings.limits());
        FirstWord word = new FirstWord(new CompletableFuture<>());
        try (Line line = new Line(elsewhere, new SipCounters(), word)) {
            line.start();
            Optional<RegistrationState> outcome = word.within(within);
            return new RegistrationTrial(outcome, line.localAddress(), line.seenAt());
        }
    }

    private record FirstWord(CompletableFuture<RegistrationState> said) implements LineListener {

        Optional<RegistrationState> within(Duration time) throws InterruptedException {
            try {
                return Optional.of(said.get(time.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException silent) {
                return Optional.empty();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public LegListener incoming(IncomingLeg leg, Invitation invitation) {
            leg.refuse(503);
            return event -> {};
        }

        @Override
        public void registration(RegistrationState now) {
            if (now instanceof RegistrationState.Registered || now instanceof RegistrationState.Failing) {
                said.complete(now);
            }
        }

        @Override
        public void health(boolean answering, String sentence) {}
    }
}
