package org.anteroom.agent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Timing;
import org.anteroom.agent.words.Utterance;

/** What the agent's journal says about calls, as {@code anteroom calls} shows it. */
final class Journals {

    private static final Pattern NUMBER = Pattern.compile("^ *(\\d+) .*");
    private static final Pattern DECISION = Pattern.compile(" *[\\d.]+  decision +\\S+ (\\S+) \\S+");
    private static final Pattern EVIDENCE = Pattern.compile(" *[\\d.]+  evidence +(.+)");
    private static final String MEANING = "meaning";

    private final Practice practice;
    private final List<Long> calls;
    private final Detector rules = new Detector(RuleBook.of(Set.of(PracticeType.DENTAL)), Keys.DEFAULT);

    /** Finds the calls of the practice's caller among the hundred newest calls. */
    Journals(Practice practice) throws Exception {
        this.practice = practice;
        this.calls = numbers(practice.command("calls", "list"));
    }

    private static List<Long> numbers(String list) {
        List<Long> numbers = new ArrayList<>();
        for (String line : list.split("\n", -1)) {
            Matcher number = NUMBER.matcher(line);
            if (number.matches() && line.replace(" ", "").contains(Practice.CALLER)) {
                numbers.add(Long.parseLong(number.group(1)));
            }
        }
        Collections.sort(numbers);
        return numbers;
    }

    /** The journal of one of the last calls of the caller; empty where that is too long ago.
     *
     *  @param number 1 for the first of them
     *  @param count how many they are
     */
    String show(int number, int count) throws Exception {
        int at = calls.size() - count + number - 1;
        return at < 0 ? "" : practice.command("calls", "show", Long.toString(calls.get(at)));
    }

    /** What made the agent call a human in such a call; empty where nothing that was said did. */
    Optional<DecidedBy> decided(int number, int count) throws Exception {
        String[] lines = show(number, count).split("\n", -1);
        Optional<String> rule = Optional.empty();
        for (String line : lines) {
            Matcher decision = DECISION.matcher(line);
            Matcher evidence = EVIDENCE.matcher(line);
            if (decision.matches()) {
                rule = Optional.of(decision.group(1));
            } else if (evidence.matches() && rule.isPresent()) {
                // The first piece of evidence after a decision is its words; other lines may stand between the two.
                return Optional.of(by(rule.get(), evidence.group(1)));
            }
        }
        return Optional.empty();
    }

    /** Rows of one name may be of either kind: the words tell which of them it was. */
    private DecidedBy by(String rule, String words) {
        if (rule.equals(MEANING)) {
            return DecidedBy.MEANING;
        }
        boolean immediate = rules.explain(Utterance.typed(words, 0)).stream()
                .anyMatch(found -> found.timing() == Timing.IMMEDIATE
                        && found.rule().equals(rule)
                        && found.words().equals(words));
        return immediate ? DecidedBy.IMMEDIATE : DecidedBy.SETTLE;
    }
}
