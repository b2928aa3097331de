package org.anteroom.agent.rehearsal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenCount;
import org.anteroom.agent.words.SpokenMemberId;
import org.anteroom.agent.words.SpokenMonthDay;
import org.anteroom.agent.words.SpokenPhone;
import org.anteroom.agent.words.YesNo;

/** What was asked for in a case of {@code evaluate numbers}, and how an answer is written. */
enum NumberKind {
    /** Digits, an x before an extension: {@code 6145550182x12}. */
    PHONE,
    /** Capitals and digits, dashes kept. */
    MEMBER_ID,
    /** {@code 1962-03-03}. */
    DOB,
    /** {@code 0314}. */
    MMDD_KEYPAD,
    /** {@code 2.5 tablet}, {@code 140.00}, {@code 43215}. */
    COUNT_OR_CODE,
    /** {@code yes}, {@code no} or {@code unclear}, as for the two after it. */
    AFFIRM,
    DENY,
    UNSURE;

    /** What the words are understood as; empty when they say nothing of the kind. */
    Optional<String> read(List<String> words, LocalDate today) {
        return switch (this) {
            case PHONE -> SpokenPhone.of(words).map(SpokenPhone::written);
            case MEMBER_ID -> SpokenMemberId.of(words);
            case DOB -> SpokenBirthDate.of(words, today).map(LocalDate::toString);
            case MMDD_KEYPAD -> SpokenMonthDay.of(words);
            case COUNT_OR_CODE -> SpokenCount.of(words);
            case AFFIRM, DENY, UNSURE -> Optional.of(YesNo.of(words).name().toLowerCase(Locale.ROOT));
        };
    }

    /** As in a file of cases: {@code member-id}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NumberKind> of(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.written().equals(written))
                .findFirst();
    }

    /** All names, for a sentence. */
    static String names() {
        return Arrays.stream(values()).map(NumberKind::written).collect(Collectors.joining(", "));
    }
}
