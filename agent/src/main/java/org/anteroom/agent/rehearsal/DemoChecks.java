package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a demo expects, and what became of it, call by call. Any thread. */
final class DemoChecks {

    /** How it came out; a flaw is told and forgiven. */
    private enum Outcome {
        YES("yes"),
        FLAW("but"),
        BROKEN("NO");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    private record Check(int call, String sentence, Outcome outcome) {
        String named() {
            return "call " + call + ": " + sentence;
        }
    }

    private final List<Check> checks = new ArrayList<>();

    /** @param call number of the call it is about */
    void that(int call, String sentence, boolean held) {
        add(call, sentence, held ? Outcome.YES : Outcome.BROKEN);
    }

    /** Something that isn't as it should be.
     *
     *  @param harmless whether it is only told; otherwise it fails the demo
     */
    void flaw(int call, String sentence, boolean harmless) {
        add(call, sentence, harmless ? Outcome.FLAW : Outcome.BROKEN);
    }

    private synchronized void add(int call, String sentence, Outcome outcome) {
        checks.add(new Check(call, sentence, outcome));
    }

    /** One line for each. */
    synchronized List<String> lines() {
        return sorted().map(check -> String.format(Locale.ROOT, "  %-5s %s", check.outcome.word, check.named()))
                .toList();
    }

    /** Those that were neither so nor forgiven. */
    synchronized List<String> broken() {
        return sorted().filter(check -> check.outcome == Outcome.BROKEN)
                .map(Check::named)
                .toList();
    }

    private Stream<Check> sorted() {
        return checks.stream().sorted(Comparator.comparingInt(Check::call));
    }
}
