package org.anteroom.agent.rehearsal.caller;

import java.util.Locale;
import java.util.Random;

/**
 * How somebody speaks on the phone.
 *
 * @param repairs how often they say the same again before they ask for a person
 * @param turns after how many of their turns they hang up
 */
public record Manner(
        Style style, Mood mood, BirthWay birth, SpellWay spelling, DigitWay digits, int repairs, int turns) {

    /** What stands out. */
    public enum Style {
        PLAIN,
        TERSE,
        CHATTY,
        /** "um", and beginning again. */
        HESITANT,
        ELDERLY,
        HURRIED,
        /** Everything in the first sentence. */
        OVER_INFORMATIVE,
        /** Answers a question with a question. */
        ASKS_BACK,
        /** Wants another day midway. */
        CHANGES_MIND,
        /** "Tuesday, no sorry, Wednesday". */
        CORRECTS_SELF;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How they feel. */
    public enum Mood {
        CALM,
        ANNOYED,
        ANXIOUS,
        FRIENDLY;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Ways of giving a date of birth. */
    public enum BirthWay {
        /** "three fourteen eighty two". */
        NUMBERS,
        /** "march fourteenth nineteen eighty two". */
        MONTH_FIRST,
        /** "the fourteenth of march eighty two". */
        DAY_FIRST,
        /** "oh three one four eight two". */
        DIGITS,
        /** "nineteen eighty two march fourteenth". */
        YEAR_FIRST,
        /** "three fourteen nineteen eighty two". */
        NUMBERS_WHOLE_YEAR,
        /** "march fourteen eighty two". */
        MONTH_CARDINAL
    }

    /** Ways of spelling. */
    public enum SpellWay {
        /** "m i l l e r". */
        LETTERS,
        /** "m as in mary i as in ida". */
        AS_IN,
        /** "mike india lima lima echo romeo". */
        NATO,
        /** "m i double l e r". */
        DOUBLES
    }

    /** Ways of giving a number. */
    public enum DigitWay {
        /** One by one, with oh. */
        OH,
        /** One by one, with zero. */
        ZERO,
        /** "double five". */
        DOUBLE,
        /** "sixty four eleven" at its end. */
        PAIRS,
        /** With "dash" or a breath between the groups. */
        DASHES
    }

    /** Drawn by chance. */
    static Manner draw(Random chance) {
        Mood mood = pick(Mood.values(), chance);
        int repairs = mood == Mood.ANNOYED ? 2 : 3 + chance.nextInt(2);
        int turns = mood == Mood.ANNOYED ? 26 : 34;
        return new Manner(
                pick(Style.values(), chance),
                mood,
                pick(BirthWay.values(), chance),
                pick(SpellWay.values(), chance),
                pick(DigitWay.values(), chance),
                repairs,
                turns);
    }

    private static <T> T pick(T[] from, Random chance) {
        return from[chance.nextInt(from.length)];
    }
}
