package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.words.SpokenBirthDate;

/** A date of birth that is said once more where it was read back: in the same words it may be another date, or we were misheard. */
final class RightBirth {

    private RightBirth() {}

    /** "No, I said one two one nine nine two", where January second was read back: it is December nineteenth. */
    static Optional<Step> otherwise(Reply reply, List<String> words) {
        Who who = reply.errand().who();
        List<LocalDate> readings = SpokenBirthDate.readings(words, reply.here().toLocalDate());
        boolean same = who.birth().filter(readings::contains).isPresent();
        if (!same || readings.size() < 2) {
            return Optional.empty();
        }
        Who denied = who.notBornThen();
        Optional<LocalDate> other =
                denied.bornOn(readings).filter(day -> !denied.notBorn().contains(day));
        reply.who(denied);
        return Optional.of(
                other.isPresent() ? Errands.next(reply.who(denied.born(other.get()))) : reply.ask(Stage.BIRTH));
    }

    /** Whether the date that was read back is said, and it can be no other. */
    static boolean repeated(Reply reply, List<String> words) {
        return reply.errand()
                .who()
                .birth()
                .map(day -> SpokenBirthDate.readings(words, reply.here().toLocalDate())
                        .equals(List.of(day)))
                .orElse(false);
    }
}
