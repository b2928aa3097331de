package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** One call while the receptionist does not answer: until when does a phone that a person hears ring?
 *
 *  @param rangMs ms from the INVITE until it rang; empty when none did
 *  @param by what says so, for people
 *  @param problem what is wrong; empty when a phone rang within {@link #GOAL}
 */
public record DrillFallback(OptionalLong rangMs, String by, String problem) {

    /** Until then a person must be rung. */
    public static final Duration GOAL = Duration.ofSeconds(15);

    private static final Duration LOOK = Duration.ofMillis(50);
    /** Nobody picks up a phone so soon: Anteroom and voicemails do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Calls, waits for a phone to ring, and hangs up as soon as one does; blocks for {@code within} at most. */
    public static DrillFallback measure(DrillPhones phones, String dial, Duration within)
            throws IOException, InterruptedException {
        phones.onlyRing();
        long begun = System.nanoTime();
        try (PhoneCall call = phones.caller().dial(dial)) {
            while (System.nanoTime() - begun < within.toNanos()) {
                Optional<Long> own =
                        phones.auto().isPresent() ? phones.auto().get().nextRung(LOOK) : Optional.empty();
                if (own.isPresent()) {
                    return rang(own.get() - begun, "the automatic phone rang");
                }
                if (call.rangNanos().isPresent() && !call.awaitAnswered(AT_ONCE)) {
                    return rang(call.rangNanos().get() - begun, "the PBX says that a phone rings");
                }
                if (call.answered()) {
                    return new DrillFallback(
                            OptionalLong.empty(), "", "the call was answered at once: by Anteroom, or by a voicemail?");
                }
                if (call.awaitEnded(LOOK)) {
                    return none("the PBX ended the call ("
                            + call.ending().map(Object::toString).orElse("") + ")");
                }
            }
        }
        return none("no phone rang within " + within.toSeconds() + " s");
    }

    private static DrillFallback rang(long nanos, String by) {
        long millis = nanos / 1_000_000;
        return new DrillFallback(
                OptionalLong.of(millis),
                by,
                millis <= GOAL.toMillis()
                        ? ""
                        : "later than " + GOAL.toSeconds() + " s: shorten the time the PBX waits for Anteroom");
    }

    private static DrillFallback none(String why) {
        return new DrillFallback(
                OptionalLong.empty(), "", why + ": the PBX needs a fall-back for Anteroom's extension, see pbx.md");
    }
}
