package org.anteroom.agent.emergency;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.emergency.PracticeCost.Judged;

/**
 * The table of what each threshold of the score would cost each type of practice, on unseen families of wording: recall, false alarms and
 * how often a month the on-call clinician is rung for nothing. Sentences count whole, as finished turns. Takes under a minute for
 * some thousand sentences. Any thread.
 */
final class ThresholdCosts {
    /** Heard by every practice. */
    private static final String ANY = "any";
    /** What part of a practice's ordinary sentences may be taken for emergencies in the last two rows. */
    private static final double BEARABLE = 0.01;

    private static final String COLUMNS =
            "\tfound by score\tfound by both\tlook-alikes\tordinary by score\tordinary by both\twake-ups a month";

    private final List<UnseenSentence> said;
    private final List<UnseenSentence> heard;
    private final Function<PracticeType, Function<String, Ruling>> rules;
    private final NightCalls calls;

    /**
     * @param said the sentences as said
     * @param heard those of them that were spoken over the telephone, as they were understood
     * @param rules what the rules of a practice make of a text
     */
    ThresholdCosts(
            List<UnseenSentence> said,
            List<UnseenSentence> heard,
            Function<PracticeType, Function<String, Ruling>> rules,
            NightCalls calls) {
        this.said = List.copyOf(said);
        this.heard = List.copyOf(heard);
        this.rules = rules;
        this.calls = calls;
    }

    /** Tab separated; what each threshold finds and takes in the sentences of all practices together, by the score alone. */
    String ofTheScore(double... thresholds) {
        Function<String, Ruling> noRules = text -> Ruling.NONE;
        List<Judged> spoken = judged(said.stream(), noRules);
        List<Judged> understood = judged(heard.stream(), noRules);
        StringBuilder table = new StringBuilder(
                "\tas said\t\t\tas heard\nthreshold" + "\temergencies\tlook-alikes\tordinary".repeat(2) + "\n");
        for (double threshold : thresholds) {
            table.append(String.format(Locale.ROOT, "%.2f", threshold))
                    .append(kinds(PracticeCost.at(threshold, spoken)))
                    .append(kinds(PracticeCost.at(threshold, understood)))
                    .append('\n');
        }
        return table.toString();
    }

    private static String kinds(PracticeCost cost) {
        return percent("%.2f", cost.scoreFinds())
                + percent("%.2f", cost.lookalikes())
                + percent("%.2f", cost.scoreTakes());
    }

    /**
     * Tab separated; for each practice type the rules alone, each threshold, and the lowest ones that leave 99 of 100 of its ordinary
     * sentences alone: judged by the score, and together with the rules.
     */
    String table(double... thresholds) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "Wake-ups a month: for %.0f calls out of hours that are no emergencies, of %.1f turns each, %.0f %% of them worded "
                        + "like emergencies; put in your own.\n",
                calls.callsAMonth(),
                calls.turns(),
                100 * calls.lookalikePart()));
        for (PracticeType practice : PracticeType.values()) {
            table.append(table(practice, thresholds));
        }
        return table.toString();
    }

    private String table(PracticeType practice, double... thresholds) {
        Function<String, Ruling> ruled = rules.apply(practice);
        List<Judged> spoken = judged(heardBy(practice, said), ruled);
        List<Judged> understood = judged(heardBy(practice, heard), ruled);
        StringBuilder table = new StringBuilder("\n" + practice.id())
                .append("\tas said: " + counts(spoken) + "\t\t\t\t\t")
                .append("\tas heard: " + counts(understood) + "\n")
                .append("threshold" + COLUMNS.repeat(2) + "\n")
                .append("rules alone")
                .append(cells(PracticeCost.rulesAlone(spoken)))
                .append(cells(PracticeCost.rulesAlone(understood)))
                .append('\n');
        for (double threshold : thresholds) {
            table.append(row(String.format(Locale.ROOT, "%.2f", threshold), threshold, spoken, understood));
        }
        return table.append(bearable("score", PracticeCost::scoreTakes, spoken, understood))
                .append(bearable("both", PracticeCost::bothTake, spoken, understood))
                .toString();
    }

    private static Stream<UnseenSentence> heardBy(PracticeType practice, List<UnseenSentence> all) {
        return all.stream()
                .filter(each -> each.sentence().practice().equals(ANY)
                        || each.sentence().practice().equals(practice.id()));
    }

    private static List<Judged> judged(Stream<UnseenSentence> sentences, Function<String, Ruling> rules) {
        return sentences
                .map(each -> new Judged(
                        SentenceKind.of(each.sentence()),
                        each.score(),
                        rules.apply(each.sentence().text())))
                .toList();
    }

    /** The row of the lowest hundredth from which on a bearable part of the ordinary sentences, as said, is taken for emergencies. */
    private String bearable(
            String by, ToDoubleFunction<PracticeCost> taken, List<Judged> spoken, List<Judged> understood) {
        OptionalDouble lowest = IntStream.rangeClosed(-200, 200)
                .mapToDouble(hundredths -> hundredths / 100.0)
                .filter(threshold -> taken.applyAsDouble(PracticeCost.at(threshold, spoken)) <= BEARABLE)
                .findFirst();
        String what = String.format(Locale.ROOT, "for %.0f %% ordinary by %s", 100 * BEARABLE, by);
        return lowest.isPresent()
                ? row(
                        String.format(Locale.ROOT, "%.2f ", lowest.getAsDouble()) + what,
                        lowest.getAsDouble(),
                        spoken,
                        understood)
                : "none " + what + "\n";
    }

    private static String counts(List<Judged> sentences) {
        return String.format(
                Locale.ROOT,
                "%d emergencies, %d look-alikes, %d ordinary",
                count(sentences, SentenceKind.EMERGENCY),
                count(sentences, SentenceKind.LOOKALIKE),
                count(sentences, SentenceKind.ORDINARY));
    }

    private static long count(List<Judged> sentences, SentenceKind kind) {
        return sentences.stream().filter(each -> each.kind() == kind).count();
    }

    private String row(String name, double threshold, List<Judged> spoken, List<Judged> understood) {
        return name + cells(PracticeCost.at(threshold, spoken)) + cells(PracticeCost.at(threshold, understood)) + "\n";
    }

    private String cells(PracticeCost cost) {
        return percent("%.1f", cost.scoreFinds())
                + percent("%.1f", cost.bothFind())
                + percent("%.1f", cost.lookalikes())
                + percent("%.1f", cost.scoreTakes())
                + percent("%.1f", cost.bothTake())
                + cell("%.1f", calls.wakeUps(cost.lookalikes(), cost.bothTake()));
    }

    private static String percent(String format, double part) {
        return cell(format + " %%", 100 * part);
    }

    private static String cell(String format, double value) {
        return "\t" + (Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value));
    }
}
