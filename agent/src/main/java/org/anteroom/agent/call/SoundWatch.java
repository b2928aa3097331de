package org.anteroom.agent.call;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the sound of the phone that has the caller still comes. One that sends nothing may be a phone that suppresses
 * silence (RFC 3389), whose owner listens: so it is asked by SIP before anything is believed, and again as long as nothing
 * comes. Mailbox only.
 */
final class SoundWatch {
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(20);

    private @Nullable FarLeg phone;
    /** When sound came last, or was last to be expected, or the phone was last asked. */
    private long since;

    /**
     * Time passes.
     *
     * @param talking the phone that has the caller, or stayed without them; empty while there is none, or anybody holds
     * @return the phone, where it is to be asked now
     */
    Optional<FarLeg> tick(Optional<FarLeg> talking, long nanos) {
        FarLeg now = talking.orElse(null);
        if (now == null || now != phone) {
            phone = now;
            since = nanos;
            return Optional.empty();
        }
        OptionalLong heard = now.lastPacketNanos();
        if (heard.isPresent() && heard.getAsLong() - since > 0) {
            since = heard.getAsLong();
        }
        if (nanos - since < SILENT_NANOS) {
            return Optional.empty();
        }
        since = nanos;
        return Optional.of(now);
    }

    /** Whether nothing has come from the phone since it was asked. */
    boolean silent(FarLeg asked) {
        OptionalLong heard = asked.lastPacketNanos();
        return asked == phone && (heard.isEmpty() || heard.getAsLong() - since < 0);
    }
}
