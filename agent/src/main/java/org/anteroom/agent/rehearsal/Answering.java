package org.anteroom.agent.rehearsal;

import java.time.Duration;
import java.util.Optional;

/** How a phone takes calls.
 *
 *  @param ringing how long it rings before it does so
 *  @param refuse status it refuses with; empty to answer
 *  @param script what it does when answered; the phone hangs up after it
 */
public record Answering(Duration ringing, Optional<Integer> refuse, PhoneScript script) {

    private static final Duration RING_FOR_EVER = Duration.ofHours(1);
    private static final Duration VOICEMAIL_RECORDS = Duration.ofSeconds(60);

    /** Rings and answers. */
    public static Answering after(Duration ringing, PhoneScript script) {
        return new Answering(ringing, Optional.empty(), script);
    }

    /** Rings until the caller gives up. */
    public static Answering never() {
        return after(RING_FOR_EVER, PhoneCall::hangUp);
    }

    /** 486 at once. */
    public static Answering busy() {
        return new Answering(Duration.ZERO, Optional.of(486), PhoneCall::hangUp);
    }

    /** A voicemail box: greets with that recording, beeps, listens until the other side hangs up. */
    public static Answering voicemail(Duration ringing, short[] greeting) {
        return after(ringing, call -> {
            call.say(greeting);
            call.tone(1_000, Duration.ofMillis(500));
            call.awaitEnded(VOICEMAIL_RECORDS);
        });
    }
}
