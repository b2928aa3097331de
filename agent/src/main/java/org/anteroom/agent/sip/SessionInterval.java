package org.anteroom.agent.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * How long a session lasts without a refresh, and who refreshes (RFC 4028).
 *
 * <pre>
 *   refresh                     next refresh                expiry
 *     |-------- interval/2 --------|                           |
 *     |                                                        |
 *     |------------- interval - min(32 s, interval/3) --> BYE of the one that only waits
 * </pre>
 *
 * @param seconds the interval
 * @param ours whether we refresh
 */
record SessionInterval(int seconds, boolean ours) {
    static final String HEADER = "Session-Expires";
    static final String MINIMUM = "Min-SE";

    /** When to refresh, where that is ours. */
    Duration refreshAfter() {
        return Duration.ofMillis(seconds * 500L);
    }

    /** When the session counts as dead. */
    Duration deadAfter() {
        return Duration.ofMillis(ours ? seconds * 1_000L : seconds * 1_000L - Math.min(32_000L, seconds * 1_000L / 3));
    }

    /** Whether the request asks for a shorter interval than we take, and could be told so with 422. */
    static boolean tooSmall(Request request, int minimum) {
        OptionalInt asked = SipHeaders.number(request, HEADER);
        return asked.isPresent() && asked.getAsInt() < minimum && supportsTimer(request);
    }

    /**
     * What we answer an INVITE or UPDATE with. Where the peer asks for none but knows timers, we ask for ours and refresh
     * ourselves, so that a dead peer is noticed.
     *
     * @param wished the interval to ask for where the peer names none, seconds; the peer's Min-SE where that is longer
     */
    static Optional<SessionInterval> answering(Request request, int wished, int minimum) {
        OptionalInt asked = SipHeaders.number(request, HEADER);
        if (asked.isEmpty()) {
            int least = SipHeaders.number(request, MINIMUM).orElse(0);
            return supportsTimer(request)
                    ? Optional.of(new SessionInterval(Math.max(wished, least), true))
                    : Optional.empty();
        }
        boolean peerRefreshes = supportsTimer(request) && !refresher(request).equals(Optional.of("uas"));
        return Optional.of(new SessionInterval(Math.max(asked.getAsInt(), minimum), !peerRefreshes));
    }

    /** What a 2xx to our own INVITE or UPDATE settles. */
    static Optional<SessionInterval> answered(Response response) {
        OptionalInt granted = SipHeaders.number(response, HEADER);
        return granted.isPresent() && granted.getAsInt() > 0
                ? Optional.of(new SessionInterval(
                        granted.getAsInt(), !refresher(response).equals(Optional.of("uas"))))
                : Optional.empty();
    }

    /** Writes it into our 2xx. */
    void writeAnswer(LocalParty party, Response response) {
        party.set(response, HEADER, seconds + ";refresher=" + (ours ? "uas" : "uac"));
        if (!ours) {
            party.set(response, "Require", "timer");
        }
    }

    private static boolean supportsTimer(Message message) {
        return SipHeaders.tokens(message, "Supported").contains("timer")
                || SipHeaders.tokens(message, "Require").contains("timer");
    }

    private static Optional<String> refresher(Message message) {
        return SipHeaders.first(message, HEADER)
                .map(value -> value.toLowerCase(Locale.ROOT).replace(" ", ""))
                .map(value -> {
                    int at = value.indexOf("refresher=");
                    return at < 0 ? "" : value.substring(at + 10).split("[;,]")[0];
                })
                .filter(value -> !value.isEmpty());
    }
}
