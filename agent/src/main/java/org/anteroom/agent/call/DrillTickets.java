package org.anteroom.agent.call;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.anteroom.agent.sip.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * Tells the call of a drill from a real one. Only a call that carries the token we drew for it, once, soon after, and that
 * the PBX says to come from the drill's account, is a drill; whatever is in doubt is real. One drill at a time. Any thread.
 */
final class DrillTickets {
    /** Longer than a PBX takes to send the call here. */
    static final Duration VALID = Duration.ofSeconds(30);

    private static final int TOKEN_BYTES = 16;

    private record Ticket(String token, DrillOrder order, long untilNanos) {}

    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<@Nullable Ticket> open = new AtomicReference<>();

    /** Draws the token of the next drill call; one that was drawn before is worth nothing any more. */
    String draw(DrillOrder order, long nanos) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        open.set(new Ticket(token, order, nanos + VALID.toNanos()));
        return token;
    }

    /** The drill that a call is; empty for a real one. A token is good for one call. */
    Optional<DrillOrder> take(Invitation invitation, long nanos) {
        Ticket expected = open.get();
        if (expected == null || invitation.drillToken().isEmpty()) {
            return Optional.empty();
        }
        boolean token = same(expected.token(), invitation.drillToken().get());
        boolean account =
                invitation.caller().map(expected.order().account()::equals).orElse(false);
        boolean inTime = nanos - expected.untilNanos() < 0;
        return token && account && inTime && open.compareAndSet(expected, null)
                ? Optional.of(expected.order())
                : Optional.empty();
    }

    /** The token is worth nothing any more. */
    void revoke(String token) {
        Ticket drawn = open.get();
        if (drawn != null && same(drawn.token(), token)) {
            open.compareAndSet(drawn, null);
        }
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
