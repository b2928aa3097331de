package org.anteroom.agent.practice.reception;

import java.time.Instant;
import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.PinHash;

/** What a caller has shown against what the practice asks for. Slow, by a PIN's hash: not for the writer's thread. */
final class Weighing {
    private final Codes codes;

    /** @param codes those that were sent; one that is right is used up by it */
    Weighing(Codes codes) {
        this.codes = codes;
    }

    Outcome outcome(Question question, OnRecord known, Instant now) {
        if (!known.mayProve()) {
            // Compared all the same: the time must not tell.
            var unused = byPin(question, known);
            return Outcome.LOCKED;
        }
        boolean may = known.mayAsk(question);
        Optional<Outcome> byDigits =
                byPin(question, known).or(() -> may ? byText(question, known, now) : Optional.empty());
        if (question.takesDigits()) {
            return byDigits.orElse(question.fit().isPresent() ? Outcome.WRONG : Outcome.NOBODY);
        }
        if (question.fit().isEmpty()) {
            return Outcome.NOBODY;
        }
        if (may && question.textedBefore()) {
            return Outcome.PROVEN_BY_TEXT;
        }
        if (may && question.calledBack()) {
            return Outcome.PROVEN_BY_CALL_BACK;
        }
        boolean byName = question.byProxy() ? question.bookedByName() : question.level() == Level.NAME;
        return may && byName ? Outcome.PROVEN_BY_NAME : Outcome.CLAIMED;
    }

    private Optional<Outcome> byText(Question question, OnRecord known, Instant now) {
        return question.takesDigits()
                        && question.asked().evidence() instanceof Evidence.Texted given
                        && question.fit().isPresent()
                        && codes.redeem(known.way(), given.digits(), now)
                ? Optional.of(Outcome.PROVEN_BY_TEXT)
                : Optional.empty();
    }

    /** How a right PIN proves it; empty where it is wrong, or not looked at. */
    private static Optional<Outcome> byPin(Question question, OnRecord known) {
        if (!question.takesDigits() || !(question.asked().evidence() instanceof Evidence.Pin given)) {
            return Optional.empty();
        }
        Optional<PinHash> pin = question.byProxy() ? known.proxy().flatMap(ProxyTable.Row::pin) : known.own();
        return right(pin, given.digits()) ? Optional.of(Outcome.PROVEN_BY_PIN) : Optional.empty();
    }

    private static boolean right(Optional<PinHash> pin, String given) {
        // Compared even where nothing can match: the time must not tell.
        return pin.orElse(PinHash.NOBODYS).matches(given.toCharArray()) && pin.isPresent();
    }
}
