package org.anteroom.agent.rehearsal.calls;

import java.util.StringJoiner;
import org.anteroom.agent.rehearsal.caller.Goal;

/** What an invented caller wanted, for transcripts. */
final class Wanted {

    private Wanted() {}

    static String of(Goal goal) {
        StringJoiner wanted = new StringJoiner(", ", "    (", ")\n");
        wanted.add(goal.self().name())
                .add("born " + goal.self().birth())
                .add(goal.self().phone())
                .add("pin " + goal.self().pin().orElse("none"));
        goal.self().animal().ifPresent(animal -> wanted.add("animal " + animal));
        if (!goal.visitType().isEmpty()) {
            wanted.add(goal.visitType());
        }
        goal.held().ifPresent(held -> wanted.add("has " + held.at() + " with " + held.provider()));
        if (!goal.when().any()) {
            wanted.add("can come " + goal.when().spoken());
        }
        goal.changed().ifPresent(changed -> wanted.add("then " + changed.spoken()));
        if (goal.providerWished()) {
            wanted.add("with " + goal.provider());
        }
        if (!goal.errand().memberId().isEmpty()) {
            wanted.add(goal.errand().payer() + " " + goal.errand().memberId());
        }
        if (!goal.errand().drug().isEmpty()) {
            wanted.add(goal.errand().drug() + " at " + goal.errand().pharmacy());
        }
        return wanted.toString();
    }
}
