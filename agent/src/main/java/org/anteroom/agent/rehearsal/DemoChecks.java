package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a demo expects, and what became of it, call by call. Any thread. */
final class DemoChecks {

    private record Check(int call, String sentence, boolean held) {
        String named() {
            return "call " + call + ": " + sentence;
        }
    }

    private final List<Check> checks = new ArrayList<>();

    /** @param call number of the call it is about */
    synchronized void that(int call, String sentence, boolean held) {
        checks.add(new Check(call, sentence, held));
    }

    /** One line for each. */
    synchronized List<String> lines() {
        return sorted().map(check -> (check.held ? "  yes   " : "  NO    ") + check.named())
                .toList();
    }

    /** Those that didn't hold. */
    synchronized List<String> broken() {
        return sorted().filter(check -> !check.held).map(Check::named).toList();
    }

    private Stream<Check> sorted() {
        return checks.stream().sorted(Comparator.comparingInt(Check::call));
    }
}
