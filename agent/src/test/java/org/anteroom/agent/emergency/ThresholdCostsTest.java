package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.PracticeType;
import org.junit.jupiter.api.Test;

class ThresholdCostsTest {
    private static final NightCalls CALLS = new NightCalls(100, 1, 0.5);

    private final List<UnseenSentence> said = new ArrayList<>();
    private final List<UnseenSentence> heard = new ArrayList<>();

    private static UnseenSentence unseen(String practice, String category, String text, double score) {
        boolean emergency = category.equals("bleeding");
        return new UnseenSentence(new KnownSentence("x-y-01", practice, emergency, category, text), score);
    }

    /** Rules by which a text that names the practice type is decided. */
    private List<String> table(PracticeType practice, double... thresholds) {
        ThresholdCosts costs = new ThresholdCosts(
                said, heard, type -> text -> text.contains(type.id()) ? Ruling.FIRM : Ruling.NONE, CALLS);
        List<String> lines = costs.table(thresholds).lines().toList();
        int from = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(practice.id() + "\t"))
                .findFirst()
                .orElseThrow());
        List<String> rest = lines.subList(from, lines.size());
        return rest.contains("") ? rest.subList(0, rest.indexOf("")) : rest;
    }

    @Test
    void aPracticeHearsItsOwnSentencesAndThoseOfAny() {
        said.add(unseen("dental", "bleeding", "a", 0.6));
        said.add(unseen("any", "bleeding", "b", 0.4));
        said.add(unseen("veterinary", "bleeding", "c", 0.2));
        said.add(unseen("dental", "idiom", "d", 0.1));
        said.add(unseen("any", "ordinary", "e", -0.5));
        assertThat(table(PracticeType.DENTAL).get(0))
                .startsWith("dental\tas said: 2 emergencies, 1 look-alikes, 1 ordinary\t");
        assertThat(table(PracticeType.MENTAL_HEALTH).get(0))
                .startsWith("mental-health\tas said: 1 emergencies, 0 look-alikes, 1 ordinary\t");
    }

    @Test
    void rulesAloneComeFirstAndThenEveryThreshold() {
        said.add(unseen("any", "bleeding", "ruled in dental", 0.1));
        said.add(unseen("any", "bleeding", "a", 0.6));
        said.add(unseen("any", "bleeding", "b", -0.6));
        said.add(unseen("any", "bleeding", "c", -0.7));
        said.add(unseen("any", "idiom", "d", 0.55));
        said.add(unseen("any", "idiom", "e", 0.2));
        said.add(unseen("any", "ordinary", "ruled in dental", -0.2));
        said.add(unseen("any", "ordinary", "f", -0.9));
        heard.add(unseen("any", "bleeding", "a", 0.1));
        heard.add(unseen("any", "idiom", "d", 0.1));
        heard.add(unseen("any", "ordinary", "f", -0.9));
        assertThat(table(PracticeType.DENTAL, 0.5, 0)).satisfies(lines -> {
            assertThat(lines.get(1))
                    .startsWith(
                            "threshold\tfound by score\tfound by both\tlook-alikes\tordinary by score\tordinary by both"
                                    + "\twake-ups a month\tfound by score\t");
            assertThat(lines.get(2))
                    .isEqualTo("rules alone\t0.0 %\t25.0 %\t0.0 %\t0.0 %\t50.0 %\t25.0"
                            + "\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0");
            assertThat(lines.get(3))
                    .isEqualTo("0.50\t25.0 %\t50.0 %\t50.0 %\t0.0 %\t50.0 %\t50.0"
                            + "\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0");
            assertThat(lines.get(4))
                    .isEqualTo("0.00\t50.0 %\t50.0 %\t100.0 %\t0.0 %\t50.0 %\t75.0"
                            + "\t100.0 %\t100.0 %\t100.0 %\t0.0 %\t0.0 %\t50.0");
        });
        assertThat(table(PracticeType.MEDICAL).get(2))
                .startsWith("rules alone\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0 %\t0.0\t");
    }

    @Test
    void theLastRowsAreTheLowestHundredthsThatTakeOneOrdinarySentenceInAHundred() {
        said.add(unseen("any", "bleeding", "a", 0.3));
        said.add(unseen("any", "bleeding", "b", 0.29));
        said.add(unseen("any", "ordinary", "ruled in dental", -0.5));
        said.add(unseen("any", "ordinary", "c", 0.7));
        said.add(unseen("any", "ordinary", "d", 0.29));
        for (int i = 0; i < 97; i++) {
            said.add(unseen("any", "ordinary", "e", -0.5));
        }
        assertThat(last(PracticeType.MEDICAL, 2))
                .startsWith("0.30 for 1 % ordinary by score\t50.0 %\t50.0 %\t-\t1.0 %\t1.0 %\t-\t");
        assertThat(last(PracticeType.MEDICAL, 1))
                .startsWith("0.30 for 1 % ordinary by both\t50.0 %\t50.0 %\t-\t1.0 %\t1.0 %\t-\t");
        assertThat(last(PracticeType.DENTAL, 2))
                .startsWith("0.30 for 1 % ordinary by score\t50.0 %\t50.0 %\t-\t1.0 %\t2.0 %\t-\t");
        assertThat(last(PracticeType.DENTAL, 1))
                .startsWith("0.71 for 1 % ordinary by both\t0.0 %\t0.0 %\t-\t0.0 %\t1.0 %\t-\t");
    }

    @Test
    void noThresholdHelpsWhereTheRulesTakeTooMuch() {
        said.add(unseen("any", "ordinary", "ruled in dental", -0.5));
        assertThat(last(PracticeType.DENTAL, 2)).startsWith("-0.49 for 1 % ordinary by score\t");
        assertThat(last(PracticeType.DENTAL, 1)).isEqualTo("none for 1 % ordinary by both");
    }

    @Test
    void withoutOrdinarySentencesNothingIsSaidAboutThem() {
        said.add(unseen("any", "bleeding", "a", 0.3));
        assertThat(last(PracticeType.MEDICAL, 3)).isEqualTo("0.50\t0.0 %\t0.0 %\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-");
        assertThat(last(PracticeType.MEDICAL, 2)).isEqualTo("none for 1 % ordinary by score");
    }

    /** A row counted from the end, from 1. */
    private String last(PracticeType practice, int fromTheEnd) {
        List<String> rows = table(practice, 0.5);
        return rows.get(rows.size() - fromTheEnd);
    }

    @Test
    void theScoreAloneIsJudgedOnTheSentencesOfAllPractices() {
        said.add(unseen("dental", "bleeding", "ruled in dental", 0.1));
        said.add(unseen("medical", "bleeding", "a", 0.5));
        said.add(unseen("any", "idiom", "b", 0.4));
        said.add(unseen("any", "ordinary", "c", 0.6));
        heard.add(unseen("any", "bleeding", "d", 0.6));
        String table = new ThresholdCosts(said, heard, type -> text -> Ruling.FIRM, CALLS).ofTheScore(0.5, 0.2);
        assertThat(table.lines())
                .containsExactly(
                        "\tas said\t\t\tas heard",
                        "threshold\temergencies\tlook-alikes\tordinary\temergencies\tlook-alikes\tordinary",
                        "0.50\t50.00 %\t0.00 %\t100.00 %\t100.00 %\t-\t-",
                        "0.20\t50.00 %\t100.00 %\t100.00 %\t100.00 %\t-\t-");
    }

    @Test
    void theAssumptionsStandAboveTheTable() {
        assertThat(new ThresholdCosts(said, heard, type -> text -> Ruling.NONE, CALLS).table())
                .startsWith(
                        "Wake-ups a month: for 100 calls out of hours that are no emergencies, of 1.0 turns each, 50 % of them "
                                + "worded like emergencies; put in your own.\n");
    }
}
