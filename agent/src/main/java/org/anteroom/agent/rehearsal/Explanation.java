package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.Found;
import org.anteroom.agent.emergency.Keys;
import org.anteroom.agent.emergency.RuleBook;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.emergency.Timing;
import org.anteroom.agent.words.Utterance;

/** What the emergency detector thinks of a sentence, and why, as text for people. */
public final class Explanation {
    private static final String LINE = "%-10s %s%n";

    private Explanation() {}

    /** Judges the sentence word by word as in a call, then shows all that was found in it. */
    public static String of(String sentence, Set<PracticeType> practices, Scorer scorer) {
        Detector detector = new Detector(RuleBook.of(practices), Keys.DEFAULT);
        Utterance whole = Utterance.typed(sentence, 0);
        EmergencyEvaluation.Judgement judged = EmergencyEvaluation.judge(detector, scorer, whole);
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, LINE, "heard", whole.text()));
        text.append(String.format(Locale.ROOT, LINE, "decision", decision(judged, whole)));
        List<String> rules = new ArrayList<>();
        detector.explain(whole).forEach(found -> rules.add(rule(found)));
        rows(text, "rules", rules.isEmpty() ? List.of("none") : rules);
        Score score = scorer.of(whole.text());
        List<String> meaning = new ArrayList<>();
        meaning.add(String.format(
                Locale.ROOT,
                "%.2f  (a concern from %.2f, an alarm from %.2f; the last words of a long turn from %.2f)",
                score.value(),
                Detector.ENOUGH_WHOLE,
                Detector.CERTAIN,
                Detector.ENOUGH_RUNNING));
        for (Score.Near near : score.nearest()) {
            meaning.add(Reason.near(near));
        }
        rows(text, "meaning", meaning);
        return text.toString();
    }

    private static String decision(EmergencyEvaluation.Judgement judged, Utterance whole) {
        if (judged.gravest().isEmpty()) {
            return "none: the call goes on";
        }
        Decision decision = judged.gravest().get();
        String word = whole.words().get(judged.decisive() - 1).text();
        return switch (decision.grade()) {
                    case ALARM -> "alarm, the people on call are rung";
                    case CONCERN -> "concern, the nearest person is rung";
                    case NONE -> "none";
                }
                + ": by " + decision.rule() + " (" + decision.category() + "), first at the word '" + word + "'";
    }

    private static String rule(Found found) {
        String changed = found.contexts().isEmpty()
                ? ""
                : ", written as " + grade(found.written().name()) + ", changed by: "
                        + String.join(", ", found.contexts());
        return found.rule() + " (" + found.category() + ") on \"" + found.words() + "\": "
                + grade(found.grade().name()) + timing(found.timing()) + changed;
    }

    private static String timing(Timing timing) {
        return switch (timing) {
            case IMMEDIATE -> ", at once";
            case SETTLE -> ", when settled";
            case DOUBTFUL -> String.format(
                    Locale.ROOT, ", when the turn is over, unless it means %.2f or less", Detector.PLAINLY_HARMLESS);
        };
    }

    private static String grade(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void rows(StringBuilder text, String name, List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            text.append(String.format(Locale.ROOT, LINE, i == 0 ? name : "", rows.get(i)));
        }
    }
}
