package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.anteroom.agent.words.SpokenBirthDate;

/**
 * An answer to the question for a name that holds the date of birth, as many give both in one breath.
 *
 * @param name what is left of it; without words when it was the date alone
 */
record NameWithBirth(Input.Said name, LocalDate birth) {
    private static final Set<String> BETWEEN = Set.of(
            "and", "born", "birth", "birthday", "birthdate", "date", "of", "on", "is", "was", "i", "my", "the", "dob");

    /**
     * What becomes of such an answer: the date is kept, and what is left is the answer, or the name is asked for again. Empty for
     * any other.
     *
     * @param rest takes the name that is left
     */
    static Optional<Step> answered(Reply reply, Input.Said said, BiFunction<Reply, Input.Said, Step> rest) {
        return in(said, reply.here().toLocalDate()).map(both -> {
            reply.understood().who(reply.errand().who().born(both.birth()));
            return both.name().words().isEmpty() ? reply.ask(reply.stage()) : rest.apply(reply, both.name());
        });
    }

    private static Optional<NameWithBirth> in(Input.Said said, LocalDate today) {
        return SpokenBirthDate.of(said.words(), today)
                .map(birth -> new NameWithBirth(
                        new Input.Said(before(said.words(), birth, today), List.of(), said.clip()), birth));
    }

    /** The words before those that make the date. */
    private static List<String> before(List<String> words, LocalDate birth, LocalDate today) {
        int from = 0;
        while (SpokenBirthDate.of(words.subList(from + 1, words.size()), today).equals(Optional.of(birth))) {
            from++;
        }
        while (from > 0 && BETWEEN.contains(words.get(from - 1))) {
            from--;
        }
        return words.subList(0, from);
    }
}
