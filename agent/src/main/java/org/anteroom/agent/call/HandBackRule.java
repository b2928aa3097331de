package org.anteroom.agent.call;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.emergency.TargetKind;

/**
 * Which calls are handed to the PBX once a human has them, and when.
 *
 * @param kinds of what took the call; none by default
 * @param after how long the two talk undisturbed before the PBX is asked
 */
record HandBackRule(Set<TargetKind> kinds, Duration after) {
    private static final Duration SETTLED = Duration.ofSeconds(10);

    HandBackRule {
        kinds = Set.copyOf(kinds);
    }

    static HandBackRule of(OncallConfig oncall) {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        oncall.handBack()
                .forEach(kind -> kinds.add(
                        switch (kind) {
                            case PERSON -> TargetKind.PERSON;
                            case SERVICE -> TargetKind.SERVICE;
                        }));
        return new HandBackRule(kinds, SETTLED);
    }
}
