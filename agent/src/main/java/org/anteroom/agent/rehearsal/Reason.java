package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anteroom.agent.emergency.Decision;
import org.anteroom.agent.emergency.Found;
import org.anteroom.agent.emergency.Grade;
import org.anteroom.agent.emergency.Score;
import org.anteroom.agent.emergency.Timing;
import org.anteroom.agent.words.HeardWord;

/** Why a case went wrong, on one line for people. */
final class Reason {

    private Reason() {}

    /**
     * Why nothing fired: how near the score came, and the rules that were there and did not count.
     *
     * @param found the rules of all that was heard, read as one turn
     */
    static String missed(Standing standing, List<Found> found) {
        List<String> parts = new ArrayList<>();
        parts.add(standing.top().map(Reason::score).orElse("no words to score"));
        for (Found rule : found) {
            parts.add("the rule " + rule.rule() + " on \"" + rule.words() + "\"" + why(rule));
        }
        return String.join("; ", parts);
    }

    private static String why(Found rule) {
        if (rule.grade() == Grade.NONE) {
            return " taken back by " + contexts(rule);
        }
        return rule.timing() == Timing.DOUBTFUL
                ? ", which the score speaks against"
                : " only when its turns are read as one";
    }

    /**
     * Why a decision was made: the words of its rule, or the score with the sentence it is like.
     *
     * @param heard all that was heard
     * @param found the rules of all that was heard, read as one turn
     */
    static String fired(Decision decision, String heard, List<Found> found) {
        String words = HeardWord.text(decision.words());
        if (decision.byMeaning()) {
            Score score = decision.score().orElseThrow();
            String part = words.equals(heard) ? "" : " for \"" + words + "\"";
            return String.format(Locale.ROOT, "score %.2f%s%s", score.value(), part, nearest(score, true));
        }
        String context = found.stream()
                .filter(rule ->
                        rule.rule().equals(decision.rule()) && rule.words().equals(words))
                .filter(rule -> !rule.contexts().isEmpty())
                .findFirst()
                .map(Reason::changed)
                .orElse("");
        String meaning = decision.score()
                .map(score ->
                        String.format(Locale.ROOT, ", which a score of %.2f doesn't speak against", score.value()))
                .orElse("");
        return "on \"" + words + "\"" + context + meaning;
    }

    /** A known sentence with its label: {@code 0.80 like the emergency "he dropped" (m-1)}. */
    static String near(Score.Near near) {
        return String.format(
                Locale.ROOT,
                "%.2f like %s \"%s\" (%s)",
                near.likeness(),
                near.emergency() ? "the emergency" : "the harmless",
                near.text(),
                near.id());
    }

    private static String score(TopScore top) {
        String part = top.whole() ? "" : " for \"" + top.words() + "\"";
        return String.format(
                Locale.ROOT,
                "score %.2f of the %.2f needed%s%s",
                top.score().value(),
                top.enough(),
                part,
                nearest(top.score(), false));
    }

    /** The nearest sentence; where that one speaks against what came out, the nearest that speaks for it as well. */
    private static String nearest(Score score, boolean fired) {
        StringBuilder text = new StringBuilder();
        for (Score.Near near : score.nearest()) {
            boolean agrees = near.emergency() == fired;
            if (text.isEmpty() || agrees) {
                text.append(", ").append(near(near));
            }
            if (agrees) {
                break;
            }
        }
        return text.toString();
    }

    /** Several rows of the table of contexts have the same name. */
    private static String contexts(Found rule) {
        return rule.contexts().stream().distinct().collect(Collectors.joining(", "));
    }

    /** A rule that fires at once or after two words may be right about them and wrong about the sentence. */
    private static String changed(Found rule) {
        return (rule.grade() == Grade.NONE ? ", taken back too late by " : ", changed by ") + contexts(rule);
    }
}
