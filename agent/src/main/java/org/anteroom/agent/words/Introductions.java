package org.anteroom.agent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leaves out who a caller is, to see what is wanted. */
public final class Introductions {
    private static final Phrases BIRTH = Phrases.read("names.txt", Set.of("birth"));
    private static final Phrases BEFORE = Phrases.read("names.txt", Set.of("before"));
    private static final Phrases CLOSES = Phrases.read("names.txt", Set.of("closes"));
    private static final Set<String> IN_DATES = Set.of("is", "thousand", "hundred", "oh", "slash");
    /** With fewer words besides, who they are is all that is said. */
    private static final int FEW_WORDS = 3;

    private Introductions() {}

    /**
     * What a caller says besides who they are: "this is helen parker born june third i need to cancel" is about cancelling.
     *
     * @param words normalised
     * @return all of them where nothing else is said
     */
    public static List<String> left(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        Optional<SpokenName.Introduction> introduction = SpokenName.introduction(words)
                .filter(who -> who.read().spelled()
                        || words.subList(who.name(), who.to()).stream().anyMatch(word -> !SpokenName.common(word)));
        introduction.ifPresent(who -> {
            int closed = CLOSES.at(words, who.to()).map(Phrases.Match::length).orElse(0);
            boolean mine =
                    who.from() > 0 && BEFORE.of(words.get(who.from() - 1)).isPresent();
            rest.subList(who.from() - (mine ? 1 : 0), who.to() + closed).clear();
        });
        withoutBirth(rest);
        long said = rest.stream().filter(word -> BEFORE.of(word).isEmpty()).count();
        return said >= FEW_WORDS ? List.copyOf(rest) : words;
    }

    /** Takes "born june third nineteen eighty" out. */
    private static void withoutBirth(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            Optional<Phrases.Match> birth = BIRTH.at(words, at);
            if (birth.isPresent()) {
                int to = at + birth.get().length();
                int date = to;
                while (date < words.size() && dates(words.get(date))) {
                    date++;
                }
                if (date > to + 1) {
                    words.subList(at, date).clear();
                }
                return;
            }
        }
    }

    private static boolean dates(String word) {
        return SpokenBirthDate.connects(word)
                || IN_DATES.contains(word)
                || TimeTokens.isNumber(word)
                || TimePhrases.REVIEWED.at(List.of(word), 0, TimeSort.MONTH).isPresent()
                || TimePhrases.REVIEWED.at(List.of(word), 0, TimeSort.ORDINAL).isPresent();
    }
}
