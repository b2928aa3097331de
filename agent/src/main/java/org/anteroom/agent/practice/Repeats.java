package org.anteroom.agent.practice;

import java.time.Duration;
import java.util.Optional;
import org.anteroom.agent.words.Phonetics;

/** Whether a request is one that was made before for the same patient. */
final class Repeats {
    /** As long as most medicines are given for at a time. */
    static final Duration RECENTLY = Duration.ofDays(30);

    private Repeats() {}

    /** By the patient on file; where one of them has none, by the name as it sounds with date of birth, or animal and number. */
    static boolean same(Draft one, Draft other) {
        if (!one.category().equals(other.category())) {
            return false;
        }
        Optional<String> onFile = patient(one);
        Optional<String> otherOnFile = patient(other);
        if (onFile.isPresent() && otherOnFile.isPresent()) {
            return onFile.equals(otherOnFile);
        }
        boolean born = equal(detail(one, Detail.BIRTH), detail(other, Detail.BIRTH));
        boolean animal = alike(detail(one, Detail.ANIMAL), detail(other, Detail.ANIMAL))
                && equal(one.callBack(), other.callBack());
        return alike(named(one), named(other)) && (born || animal);
    }

    private static Optional<String> patient(Draft draft) {
        return draft.details().stream()
                .flatMap(detail -> detail.patient().stream())
                .findFirst();
    }

    private static Optional<String> named(Draft draft) {
        return detail(draft, Detail.PATIENT).or(draft::callerName);
    }

    private static Optional<String> detail(Draft draft, String label) {
        return draft.details().stream()
                .filter(detail -> detail.label().equals(label))
                .map(Detail::value)
                .findFirst();
    }

    private static boolean equal(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    private static boolean alike(Optional<String> one, Optional<String> other) {
        return equal(one.map(Phonetics::key), other.map(Phonetics::key));
    }
}
