package org.anteroom.agent.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Phonetics;

/**
 * With whom a caller wants to come, and with whom not: "with doctor ortiz", "anyone but lee".
 *
 * @param with ids of those that are wanted
 * @param without ids of those that are not
 * @param anybody whether the caller says that it may be anyone
 */
record ProviderWords(Set<String> with, Set<String> without, boolean anybody) {
    private static final Set<String> TITLES = Set.of("doctor", "dr", "mister", "missus", "miss", "nurse", "professor");
    /** How sure a name must sound that only follows a title. */
    private static final double ALIKE = 0.9;

    private static final Set<String> EXCLUDING =
            Set.of("but", "except", "not", "besides", "without", "than", "isn't", "don't", "never");
    private static final Set<String> JOINING = Set.of("or", "and", "nor");
    private static final List<String> ANYBODY = List.of(
            " any doctor ",
            " either doctor ",
            " either one of them ",
            " anyone is fine ",
            " anybody is fine ",
            " anyone's fine ",
            " with anyone ",
            " with anybody ",
            " with whoever ",
            " whoever is ",
            " whoever has ",
            " whoever's ",
            " matter who ",
            " matter which doctor ",
            " care who ",
            " any provider ",
            " any dentist ",
            " any therapist ",
            " any vet ");

    ProviderWords {
        with = Set.copyOf(with);
        without = Set.copyOf(without);
    }

    boolean any() {
        return anybody || !with.isEmpty() || !without.isEmpty();
    }

    static ProviderWords in(List<String> words, List<PracticeProvider> providers) {
        Set<String> with = new HashSet<>();
        Set<String> without = new HashSet<>();
        boolean excluding = false;
        boolean one = false;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean denied = at > 0 && EXCLUDING.contains(words.get(at - 1));
            // "Not doctor lee, doctor ortiz": the words for it reach to the first name, and over "or" to one more.
            one = one && !JOINING.contains(word);
            excluding = EXCLUDING.contains(word) || (excluding && (denied || !word.equals("with")) && !one);
            boolean titled = at > 0 && TITLES.contains(words.get(at - 1));
            for (PracticeProvider provider : providers) {
                if (named(words, at, titled, provider)) {
                    (excluding ? without : with).add(provider.id());
                    one = excluding;
                }
            }
        }
        with.removeAll(without);
        boolean anybody = with.isEmpty() && without.isEmpty() && Phrases.any(words, ANYBODY);
        return new ProviderWords(with, without, anybody);
    }

    private static boolean named(List<String> words, int at, boolean titled, PracticeProvider provider) {
        return Stream.concat(Stream.of(provider.name()), provider.aliases().stream())
                .map(ProviderWords::bare)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> said(words, at, titled, name));
    }

    private static boolean said(List<String> words, int at, boolean titled, List<String> name) {
        if (at + name.size() <= words.size()
                && words.subList(at, at + name.size()).equals(name)) {
            return true;
        }
        String surname = name.get(name.size() - 1);
        boolean exact = words.get(at).equals(surname) || words.get(at).equals(surname + "'s");
        return titled
                && (exact
                        || Phonetics.similarity(words.get(at), surname) >= ALIKE
                        || (at + 1 < words.size()
                                && Phonetics.similarity(words.get(at) + words.get(at + 1), surname) >= ALIKE));
    }

    private static List<String> bare(String name) {
        return Normaliser.words(name).stream()
                .filter(word -> !TITLES.contains(word))
                .toList();
    }
}
