package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Normaliser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Our own sentences: fit to be reviewed, balanced, said once each, and none of those that judge us. */
class SentencesTest {
    private static final int LONGEST_WORDS = 60;
    /** Shorter ones are alike by nature: "yes please", "he's not breathing". */
    private static final int SHORTEST_COMPARED = 5;

    private static final double NEARLY_THE_SAME = 0.75;

    private record Sentence(
            String where, String id, String practice, String label, String category, List<String> words) {
        /** The way of saying it, which the sentences of one family share. */
        String family() {
            return KnownSentence.family(id);
        }
    }

    private final List<Sentence> all = read();

    @Test
    void everyRowCanBeJudged() {
        assertThat(all).allSatisfy(sentence -> {
            assertThat(sentence.id()).as(sentence.where()).matches("[a-z0-9-]+-\\d{2}");
            assertThat(sentence.label()).as(sentence.where()).isIn("emergency", "not");
            assertThat(sentence.category()).as(sentence.where()).matches("[a-z-]+");
            assertThat(sentence.words()).as(sentence.where()).isNotEmpty().hasSizeLessThan(LONGEST_WORDS);
            assertThat(sentence.words()).as(sentence.where()).allMatch(word -> word.matches("[a-z']+"));
            assertThat(sentence.practice().equals("any")
                            || PracticeType.of(sentence.practice()).isPresent())
                    .as(sentence.where())
                    .isTrue();
        });
        assertThat(all.stream().map(Sentence::id)).doesNotHaveDuplicates();
    }

    @Test
    void thereAreEnoughOfEachKind() {
        Map<String, Long> labels = all.stream().collect(Collectors.groupingBy(Sentence::label, Collectors.counting()));
        assertThat(labels.get("emergency")).isGreaterThanOrEqualTo(2_000);
        assertThat(labels.get("not")).isGreaterThanOrEqualTo(2_000);
        Map<String, Long> categories = all.stream()
                .filter(sentence -> sentence.label().equals("emergency"))
                .collect(Collectors.groupingBy(Sentence::category, Collectors.counting()));
        assertThat(categories).hasSizeGreaterThanOrEqualTo(25);
        assertThat(categories.values()).allMatch(count -> count >= 20);
        for (PracticeType type : PracticeType.values()) {
            for (String label : labels.keySet()) {
                assertThat(all.stream()
                                .filter(sentence -> sentence.label().equals(label)
                                        && sentence.practice().equals(type.id()))
                                .count())
                        .as(type + " " + label)
                        .isGreaterThanOrEqualTo(90);
            }
        }
    }

    @Test
    void noFamilyOutweighsTheOthersOrHasTwoLabels() {
        Map<String, List<Sentence>> families = all.stream().collect(Collectors.groupingBy(Sentence::family));
        assertThat(families).hasSizeGreaterThan(500);
        families.forEach((family, sentences) -> {
            assertThat(sentences).as(family).hasSizeLessThanOrEqualTo(20);
            assertThat(sentences.stream().map(Sentence::label).distinct())
                    .as(family)
                    .hasSize(1);
        });
    }

    @Test
    void nothingIsSaidTwice() {
        assertThat(all.stream().map(sentence -> String.join(" ", sentence.words())))
                .doesNotHaveDuplicates();
        assertThat(alike(all, all)).isEmpty();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "ANTEROOM_CORPUS", matches = ".+")
    void noSentenceOfTheCorpusIsAmongThem() throws IOException {
        List<Sentence> judging = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getenv("ANTEROOM_CORPUS")))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".tsv")).toList()) {
                List<String> lines = Files.readAllLines(file);
                int text = List.of(lines.get(0).split("\t", -1)).indexOf("text");
                for (String line : lines.subList(1, lines.size())) {
                    String[] columns = line.split("\t", -1);
                    if (text >= 0 && text < columns.length) {
                        judging.add(new Sentence(
                                file.getFileName() + " " + columns[0],
                                "",
                                "",
                                "",
                                "",
                                Normaliser.words(columns[text])));
                    }
                }
            }
        }
        Set<List<String>> said = judging.stream().map(Sentence::words).collect(Collectors.toSet());
        assertThat(all).noneMatch(sentence -> said.contains(sentence.words()));
        assertThat(MisheardSentences.all()).noneMatch(heard -> said.contains(Normaliser.words(heard.text())));
        assertThat(alike(all, judging)).isEmpty();
    }

    /** Pairs that share nearly all their words, in whatever order. */
    private static List<String> alike(List<Sentence> some, List<Sentence> others) {
        Map<String, List<Integer>> places = new HashMap<>();
        List<Set<String>> sets = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            sets.add(new HashSet<>(others.get(i).words()));
            for (String word : sets.get(i)) {
                places.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
            }
        }
        List<String> pairs = new ArrayList<>();
        for (Sentence sentence : some) {
            Set<String> words = new HashSet<>(sentence.words());
            Map<Integer, Integer> shared = new HashMap<>();
            if (words.size() >= SHORTEST_COMPARED) {
                words.forEach(
                        word -> places.getOrDefault(word, List.of()).forEach(at -> shared.merge(at, 1, Integer::sum)));
            }
            shared.forEach((at, count) -> {
                double both = words.size() + sets.get(at).size() - count;
                if (count / both > NEARLY_THE_SAME && others.get(at) != sentence) {
                    pairs.add(sentence.where() + " and " + others.get(at).where());
                }
            });
        }
        return pairs;
    }

    private static List<Sentence> read() {
        List<Sentence> sentences = new ArrayList<>();
        for (String file : KnownSentence.FILES) {
            for (TsvFile.Row row : TsvFile.read(file).rows()) {
                sentences.add(new Sentence(
                        file + " line " + row.line(),
                        row.column(0),
                        row.column(1),
                        row.column(2),
                        row.column(3),
                        Normaliser.words(row.column(4))));
            }
        }
        return sentences;
    }
}
