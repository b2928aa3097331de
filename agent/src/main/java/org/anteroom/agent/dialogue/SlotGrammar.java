package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.SpokenNumbers;

/**
 * What the slot recogniser listens for at a question: the usual answers to it, and what may be said to any. It takes everything else
 * for nothing, so that what it leaves out is as good as not there.
 */
final class SlotGrammar {
    private static final int LONGEST_MONTH = 31;
    private static final Map<String, List<String>> PHRASES = read();

    private static final List<String> SHORT = joined("yes", "no", "again", "before");
    private static final List<String> CLOSING = joined("yes", "no", "nothing-more", "again", "before");
    private static final List<String> DIGITS = Stream.concat(SpokenNumbers.names().stream(), joined("digits").stream())
            .toList();
    private static final List<String> DATES =
            Stream.concat(calendar(), joined("dates").stream()).distinct().toList();
    private static final List<String> TIMES =
            Stream.concat(calendar(), joined("times").stream()).distinct().toList();
    private static final List<String> NAMES = joined("names-before", "given-names", "family-names");
    private static final List<String> CODES = Stream.of(
                    IntStream.rangeClosed('a', 'z').mapToObj(letter -> Character.toString((char) letter)),
                    SpokenNumbers.names().stream(),
                    joined("codes").stream())
            .flatMap(words -> words)
            .distinct()
            .toList();

    private SlotGrammar() {}

    /** Phrases in lower case; none where only the open recogniser listens. */
    static List<String> at(Stage stage, Hearing hearing, Services services) {
        return switch (stage) {
            case FURTHER -> CLOSING;
            case CONFIRM_MEMBER_ID -> with(SHORT, CODES);
            case PAYER -> named(services.payers(), "payers");
            case PHARMACY -> named(services.pharmacies(), "pharmacies");
            case VISIT -> named(services.visits(), "visits");
            default -> at(hearing, services);
        };
    }

    private static List<String> at(Hearing hearing, Services services) {
        return switch (hearing) {
            case YES_NO -> SHORT;
            case ADDITION -> CLOSING;
            case DIGITS, PIN, CODE -> DIGITS;
            case BIRTH_DATE -> DATES;
            case NAME -> NAMES;
            case MEMBER_ID -> CODES;
            case WHEN, CHOICE -> with(TIMES, providers(services));
            case OPEN, SPELLING, MONOLOGUE, LAST_WORDS -> List.of();
        };
    }

    private static List<String> named(NamedThings<?> things, String before) {
        List<String> names = things.names().stream().map(NamedThings.Name::said).toList();
        return names.isEmpty() ? List.of() : with(joined(before), names);
    }

    private static List<String> providers(Services services) {
        return services.providers().stream()
                .map(PracticeProvider::name)
                .map(name -> String.join(" ", Normaliser.words(name)))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .distinct()
                .toList();
    }

    private static List<String> with(List<String> phrases, List<String> more) {
        return Stream.concat(phrases.stream(), more.stream()).distinct().toList();
    }

    private static Stream<String> calendar() {
        return Stream.of(
                        SpokenNumbers.names().stream(),
                        InWords.MONTHS.stream(),
                        IntStream.rangeClosed(1, LONGEST_MONTH)
                                .boxed()
                                .flatMap(day -> Stream.of(InWords.ordinal(day).split(" "))))
                .flatMap(words -> words);
    }

    private static List<String> joined(String... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> Objects.requireNonNull(PHRASES.get(kind), kind).stream())
                .distinct()
                .toList();
    }

    /** Each kind may have many lines: "kind: phrase, phrase". */
    private static Map<String, List<String>> read() {
        Map<String, List<String>> phrases = new HashMap<>();
        try (InputStream in =
                Objects.requireNonNull(SlotGrammar.class.getResourceAsStream("slot-grammar.txt"), "slot-grammar.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] parts = line.toLowerCase(Locale.ROOT).split(": ", 2);
                        phrases.computeIfAbsent(parts[0], none -> new ArrayList<>())
                                .addAll(List.of(parts[1].split(", ")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }
}
