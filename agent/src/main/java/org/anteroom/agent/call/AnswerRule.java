package org.anteroom.agent.call;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.anteroom.agent.config.PinRule;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.words.SpokenBirthDate;
import org.anteroom.agent.words.SpokenChoice;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.agent.words.SpokenLetters;
import org.anteroom.agent.words.SpokenMemberId;
import org.anteroom.agent.words.SpokenWhen;
import org.anteroom.agent.words.YesNo;
import org.anteroom.speech.Completeness;
import org.anteroom.speech.CompletenessRule;

/**
 * Whether the answer to what was asked is there: a whole one ends the turn at once, one that breaks off is waited for. Pure.
 *
 * @param hearing what was asked
 * @param now where the practice is: years of two digits are the latest in the past
 */
record AnswerRule(Hearing hearing, LocalDateTime now) implements CompletenessRule {
    private static final PhoneNumberRule PHONE = new PhoneNumberRule();
    /** Digits of a code that came as a text. */
    private static final int CODE = 6;
    /** A name has a first and a last one. */
    private static final int NAMES = 2;

    /** A correction has begun. */
    private static final Set<String> TAKES_BACK =
            Set.of("no", "wait", "sorry", "actually", "mean", "meant", "correction");

    private static final Set<String> NO_NAMES = Set.of(
            "yes", "yeah", "sure", "okay", "um", "uh", "hi", "hello", "my", "the", "first", "last", "full", "name",
            "name's", "is", "it's", "this", "that's", "i'm", "and", "no", "not", "what", "please", "sorry", "well",
            "doctor", "mister", "missus", "miss");

    @Override
    public Completeness of(List<String> words, List<String> slot) {
        return switch (hearing) {
            case OPEN, MONOLOGUE, ADDITION, LAST_WORDS -> Completeness.ofSentence(words);
            case DIGITS -> PHONE.of(words, slot);
            case YES_NO -> yesNo(words, slot);
            case SPELLING -> SpokenLetters.unfinished(words) ? Completeness.UNFINISHED : notWhole(words);
            case NAME -> name(words);
            case BIRTH_DATE -> birth(words, slot, now.toLocalDate());
            case MEMBER_ID -> of(SpokenMemberId.whole(words), SpokenMemberId.unfinished(words), words);
            case PIN -> digits(words, slot, PinRule.SHORTEST, PinRule.LONGEST);
            case CODE -> digits(words, slot, CODE, CODE);
            case WHEN -> of(SpokenWhen.whole(words, now), SpokenWhen.unfinished(words), words);
            case CHOICE -> of(SpokenChoice.whole(words, now), SpokenChoice.unfinished(words), words);
        };
    }

    private static Completeness of(boolean whole, boolean unfinished, List<String> words) {
        if (unfinished) {
            return Completeness.UNFINISHED;
        }
        return whole ? Completeness.COMPLETE : notWhole(words);
    }

    /** Either recogniser's word for it is enough: the slot's hears numbers better. */
    private static Completeness birth(List<String> words, List<String> slot, LocalDate today) {
        // The slot's knows no "i mean" and no "actually".
        boolean goesOn = Completeness.ofSentence(words) == Completeness.UNFINISHED
                || words.stream().anyMatch(TAKES_BACK::contains);
        if (!goesOn && SpokenBirthDate.whole(slot, today)) {
            return Completeness.COMPLETE;
        }
        return of(SpokenBirthDate.whole(words, today), SpokenBirthDate.unfinished(words, today), words);
    }

    /** However long it is, a sentence isn't the answer that was asked for. */
    private static Completeness notWhole(List<String> words) {
        return Completeness.ofSentence(words) == Completeness.UNFINISHED
                ? Completeness.UNFINISHED
                : Completeness.UNKNOWN;
    }

    /** After a no the right number often follows, so only a yes ends at once. */
    private static Completeness yesNo(List<String> words, List<String> slot) {
        Completeness number = PHONE.of(words, slot);
        if (number != Completeness.UNKNOWN) {
            return number;
        }
        return of(YesNo.whole(words) && YesNo.of(words) == YesNo.YES, YesNo.unfinished(words), words);
    }

    /** Nobody can know the last letter of what is spelled. */
    private static Completeness name(List<String> words) {
        boolean spelled = !SpokenLetters.of(words).isEmpty()
                || (!words.isEmpty() && words.get(words.size() - 1).length() == 1);
        if (spelled || SpokenLetters.unfinished(words)) {
            return Completeness.UNFINISHED;
        }
        long names = words.stream().filter(word -> !NO_NAMES.contains(word)).count();
        return of(names >= NAMES, notWhole(words) == Completeness.UNFINISHED, words);
    }

    private static Completeness digits(List<String> words, List<String> slot, int shortest, int longest) {
        int digits =
                Math.max(SpokenDigits.of(words).length(), SpokenDigits.of(slot).length());
        if (digits == 0) {
            return notWhole(words);
        }
        boolean corrected = SpokenDigits.corrected(words) || SpokenDigits.corrected(slot);
        boolean leadsOn = notWhole(words) == Completeness.UNFINISHED;
        if (digits < shortest || corrected || leadsOn) {
            return Completeness.UNFINISHED;
        }
        return digits >= longest ? Completeness.COMPLETE : Completeness.UNKNOWN;
    }
}
