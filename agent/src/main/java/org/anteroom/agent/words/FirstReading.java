package org.anteroom.agent.words;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Reads one answer of each kind: the first takes a hundred times as long as those after it, and no caller shall wait for that. */
public final class FirstReading {
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2026, 11, 23, 9, 15);

    private static final String TIMES =
            "i'd like tuesday the first of december or next friday after half past three but not the week of the"
                    + " fifteenth or in two weeks early in the morning as soon as possible";
    private static final String BIRTH = "july fourth nineteen eighty two";
    private static final String NUMBER = "two one two five five five zero one double seven";
    private static final String NAME = "this is nora whitfield w h i t f i e l d";

    private FirstReading() {}

    /** Takes some tenths of a second. Any thread, before the first call. */
    public static void warm() {
        Optional<SpokenWhen.Found> times = SpokenWhen.find(Normaliser.words(TIMES), SOME_DAY);
        Optional<LocalDate> birth = SpokenBirthDate.of(Normaliser.words(BIRTH), SOME_DAY.toLocalDate());
        List<String> number = Normaliser.words(NUMBER);
        Optional<SpokenPhone> phone = SpokenPhone.of(number);
        Optional<String> id = SpokenMemberId.of(number);
        Optional<String> letters = SpokenLetters.name(Normaliser.words(NAME));
        YesNo yes = YesNo.of(List.of("yes"));
        if (times.isEmpty() || birth.isEmpty() || phone.isEmpty() || id.isEmpty() || letters.isEmpty()) {
            throw new IllegalStateException("An example can't be read any more: " + yes);
        }
    }
}
