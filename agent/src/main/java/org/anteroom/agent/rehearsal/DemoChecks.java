package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;

/** What a demo expects, and what became of it. Any thread. */
final class DemoChecks {

    private record Check(String sentence, boolean held) {}

    private final List<Check> checks = new ArrayList<>();

    synchronized void that(String sentence, boolean held) {
        checks.add(new Check(sentence, held));
    }

    synchronized boolean allHeld() {
        return checks.stream().allMatch(Check::held);
    }

    /** One line for each. */
    synchronized List<String> lines() {
        return checks.stream()
                .map(check -> (check.held ? "  yes   " : "  NO    ") + check.sentence)
                .toList();
    }

    /** Those that didn't hold. */
    synchronized List<String> broken() {
        return checks.stream().filter(check -> !check.held).map(Check::sentence).toList();
    }
}
