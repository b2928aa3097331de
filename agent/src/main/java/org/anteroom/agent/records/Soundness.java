package org.anteroom.agent.records;

import java.util.Optional;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/**
 * What is told of the records while the service runs. Trouble is over with the next write that succeeds; damage stays until
 * the database was opened anew, because the pages that still work prove nothing about the others.
 *
 * <p>Only the writer tells, on its thread: who reads may hold locks that those who are told want.
 */
final class Soundness {
    private final Health health;
    private volatile Optional<String> damage = Optional.empty();
    private boolean troubled;

    Soundness(Health health) {
        this.health = health;
    }

    /** Something was read that can't be right: told by the writer within seconds. Any thread, never waits. */
    void noticed(String sentence) {
        damage = Optional.of(sentence);
    }

    /** Something failed, or would. Writer's thread. */
    void trouble(String sentence) {
        troubled = true;
        health.report(Condition.RECORDS, false, damage.orElse(sentence));
    }

    /** A write succeeded, and nothing but damage is known against the next. Writer's thread. */
    void sound() {
        if (damage.isPresent()) {
            trouble("");
        } else if (troubled) {
            troubled = false;
            health.report(Condition.RECORDS, true, "The records can be written again.");
        }
    }

    /** Whether something is wrong now; tells of damage that was noticed since. Writer's thread. */
    boolean troubled() {
        if (!troubled) {
            damage.ifPresent(this::trouble);
        }
        return troubled;
    }
}
