package org.anteroom.agent.cli;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.Doubt;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.words.SoundAlikes;
import org.anteroom.speech.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Names of the configuration that callers say and that the recogniser can't hear: a word that is not in its list is heard as
 * others, however clearly it is said. An alias of words that are in it is as good as the name.
 */
final class HeardNames {
    /** As they are said, where they are written shorter. */
    private static final Map<String, String> SAID = Map.of("dr", "doctor", "st", "saint", "mt", "mount");
    /** Behind a name, and not said with it. */
    private static final Set<String> NOT_SAID = Set.of("dds", "dmd", "md", "do", "dvm", "np", "pa", "rn", "phd", "inc");

    private static final int LETTERS = 5;

    private final Vocabulary vocabulary;
    private @Nullable SoundAlikes alikes;

    private HeardNames(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Somebody or something that callers name. */
    private record Named(String key, String name, List<String> aliases) {}

    /**
     * The names that can't be heard, each with an alias that can be, where one was found. Reads the words of the recogniser
     * where there are names, within a second.
     *
     * @throws IOException when those can't be read
     */
    static List<Doubt> doubts(Config config) throws IOException {
        List<Named> names = names(config.practice());
        return names.isEmpty()
                ? List.of()
                : doubts(names, Vocabulary.of(config.speech().model().orElseGet(Home::model)));
    }

    /** How many names callers say. */
    static int count(PracticeConfig practice) {
        return names(practice).size();
    }

    static List<Doubt> doubts(PracticeConfig practice, Vocabulary vocabulary) {
        return doubts(names(practice), vocabulary);
    }

    private static List<Doubt> doubts(List<Named> names, Vocabulary vocabulary) {
        HeardNames heard = new HeardNames(vocabulary);
        return names.stream().flatMap(named -> heard.doubt(named).stream()).toList();
    }

    private static List<Named> names(PracticeConfig practice) {
        List<Named> names = new ArrayList<>();
        practice.locations()
                .forEach(each ->
                        add(names, "practice.location", practice.locations(), each, each.name(), each.aliases()));
        practice.visitTypes()
                .forEach(each ->
                        add(names, "practice.visit-type", practice.visitTypes(), each, each.name(), each.aliases()));
        practice.providers()
                .forEach(each ->
                        add(names, "practice.provider", practice.providers(), each, each.name(), each.aliases()));
        practice.payers()
                .forEach(each -> add(names, "practice.payer", practice.payers(), each, each.name(), each.aliases()));
        return names;
    }

    private static <T> void add(
            Collection<Named> names, String section, List<T> all, T each, String name, List<String> aliases) {
        names.add(new Named(section + "[" + (all.indexOf(each) + 1) + "].aliases", name, aliases));
    }

    private Optional<Doubt> doubt(Named named) {
        List<String> unknown = unknown(named.name());
        boolean heard = unknown.isEmpty()
                || named.aliases().stream().anyMatch(alias -> unknown(alias).isEmpty());
        if (heard) {
            return Optional.empty();
        }
        String words = unknown.stream().map(word -> '"' + word + '"').collect(Collectors.joining(" and "));
        String advice = alias(named.name())
                .map(alias -> "for example \"" + alias + "\", which sounds like it")
                .orElse("written as it sounds, in plain English words");
        return Optional.of(new Doubt(
                named.key(),
                "the recogniser can't hear " + words
                        + (named.name().equalsIgnoreCase(unknown.get(0)) ? "" : " of \"" + named.name() + "\"")
                        + " and takes it for other words. Add an alias that it can hear, " + advice + "."));
    }

    /** What is said of a name, lower case. */
    private static Stream<String> said(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}'\u2019]+"))
                .map(word -> word.replace('\u2019', '\''))
                .map(word -> SAID.getOrDefault(word.toLowerCase(Locale.ROOT), word))
                .filter(word -> !word.isEmpty()
                        && !NOT_SAID.contains(word.toLowerCase(Locale.ROOT))
                        && word.chars().noneMatch(Character::isDigit));
    }

    private List<String> unknown(String name) {
        return said(name).filter(word -> !knows(word)).distinct().toList();
    }

    private boolean knows(String word) {
        return vocabulary.knows(word)
                || (word.endsWith("'s") && vocabulary.knows(word.substring(0, word.length() - 2)));
    }

    /** The whole name in words that can be heard. */
    private Optional<String> alias(String name) {
        List<String> words = new ArrayList<>();
        for (String word : said(name).toList()) {
            Optional<String> heard = knows(word) ? Optional.of(word.toLowerCase(Locale.ROOT)) : alike(word);
            if (heard.isEmpty()) {
                return Optional.empty();
            }
            words.add(heard.get());
        }
        return Optional.of(String.join(" ", words)).filter(alias -> !alias.isEmpty());
    }

    /** Capitals are read letter by letter. */
    private Optional<String> alike(String word) {
        if (word.length() <= LETTERS && word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
            return Optional.of(String.join(" ", word.toLowerCase(Locale.ROOT).split("")))
                    .filter(letters -> unknown(letters).isEmpty());
        }
        SoundAlikes made = alikes;
        if (made == null) {
            made = new SoundAlikes(vocabulary.words());
            alikes = made;
        }
        String plain = plain(word);
        return plain.isEmpty() ? Optional.empty() : made.of(plain);
    }

    /** Letters a to z. */
    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
    }
}
