package org.anteroom.agent.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What is dictated in any of the usual styles comes back, and no words do harm. */
class DictationPropertiesTest {

    private static final List<String> CODE_WORDS = List.of(
            "alpha",
            "bravo",
            "charlie",
            "delta",
            "echo",
            "foxtrot",
            "golf",
            "hotel",
            "india",
            "juliet",
            "kilo",
            "lima",
            "mike",
            "november",
            "oscar",
            "papa",
            "quebec",
            "romeo",
            "sierra",
            "tango",
            "uniform",
            "victor",
            "whiskey",
            "x ray",
            "yankee",
            "zulu");
    private static final List<String> LINKS = List.of("as in", "like", "for", "is for");
    private static final List<String> VOCABULARY = List.of(
            "zero",
            "oh",
            "one",
            "two",
            "five",
            "nine",
            "ten",
            "twelve",
            "twenty",
            "fifty",
            "hundred",
            "thousand",
            "double",
            "triple",
            "and",
            "a",
            "i",
            "b",
            "w",
            "o",
            "see",
            "are",
            "you",
            "no",
            "wait",
            "sorry",
            "not",
            "as",
            "in",
            "like",
            "boy",
            "x",
            "ray",
            "dash",
            "point",
            "half",
            "milligrams",
            "dollars",
            "zip",
            "code",
            "suite",
            "area",
            "extension",
            "again",
            "march",
            "third",
            "the",
            "letter",
            "number",
            "capital",
            "yes",
            "don't",
            "sure",
            "but",
            "maybe",
            "last",
            "four",
            "first",
            "three",
            "123",
            "x9",
            "start",
            "over",
            "that's",
            "it",
            "to",
            "for",
            "of",
            "fives");

    @Provide
    Arbitrary<String> phones() {
        Arbitrary<String> from2 = Arbitraries.strings().withCharRange('2', '9').ofLength(1);
        return from2.flatMap(area -> from2.flatMap(exchange -> Arbitraries.strings()
                .numeric()
                .ofLength(8)
                .map(digits -> area + digits.substring(0, 2) + exchange + digits.substring(2))));
    }

    /** No letter twice in a row: "k kilo" is one k, explained. */
    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(4)
                .ofMaxLength(12)
                .map(id -> id.replaceAll("([A-Z])\\1+", "$1"));
    }

    @Provide
    Arbitrary<List<String>> speech() {
        return Arbitraries.of(VOCABULARY).list().ofMaxSize(25);
    }

    @Property
    void aPhoneNumberComesBackHoweverItIsSaid(@ForAll("phones") String number, @ForAll long style) {
        assertThat(SpokenDigits.phone(saidDigits(number, new Random(style)))).hasValue(number);
    }

    @Property
    void aRestartedPhoneNumberComesBack(@ForAll("phones") String number, @ForAll long style) {
        Random random = new Random(style);
        List<String> words = new ArrayList<>(saidPlainly(number.substring(0, 3)));
        words.addAll(saidPlainly(number));
        assertThat(SpokenDigits.phone(words).orElse("")).hasSize(10);
        words = new ArrayList<>(saidPlainly(number.substring(0, 1 + random.nextInt(9))));
        words.addAll(List.of("let", "me", "start", "over"));
        words.addAll(saidPlainly(number));
        assertThat(SpokenDigits.phone(words)).hasValue(number);
    }

    @Property
    void aCorrectedLastDigitIsReplaced(@ForAll("phones") String number) {
        String wrong = number.substring(0, 9) + (char) ('0' + (number.charAt(9) - '0' + 1) % 10);
        List<String> words = new ArrayList<>(saidPlainly(wrong));
        words.addAll(List.of("no", "wait"));
        words.addAll(saidPlainly(number.substring(9)));
        assertThat(SpokenDigits.phone(words)).hasValue(number);
    }

    @Property
    void anIdComesBackHoweverItIsSpelled(@ForAll("ids") String id, @ForAll long style) {
        assertThat(SpokenMemberId.of(saidMixed(id, new Random(style)))).hasValue(id);
    }

    @Property
    void aSpelledNameComesBack(@ForAll("ids") String id, @ForAll long style) {
        String letters = id.replaceAll("[0-9]", "").replaceAll("([A-Z])\\1+", "$1");
        if (letters.length() > 1) {
            assertThat(SpokenLetters.of(saidMixed(letters, new Random(style))))
                    .isEqualTo(letters.toLowerCase(Locale.ROOT));
        }
    }

    @Property
    void everyDayOfTheYearComesBack(@ForAll long style) {
        Random random = new Random(style);
        String day = String.format("%02d%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
        assertThat(SpokenMonthDay.of(saidPlainly(day))).hasValue(day);
    }

    @Property
    void amountsComeBack(@ForAll long style) {
        int amount = 1 + new Random(style).nextInt(99);
        List<String> words = new ArrayList<>(List.of(SpokenNumbers.said(amount).split(" ")));
        words.add("milligrams");
        assertThat(SpokenCount.of(words)).hasValue(amount + " mg");
    }

    @Property
    void anySpeechIsReadWithoutHarm(@ForAll("speech") List<String> words) {
        readAll(words);
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll @Size(max = 30) List<String> words) {
        readAll(words);
    }

    private static void readAll(List<String> words) {
        assertThat(SpokenDigits.of(words)).matches("[0-9]*");
        assertThat(SpokenPhone.of(words).map(SpokenPhone::digits).orElse("5550123"))
                .matches("[0-9]{7}([0-9]{3})?");
        assertThat(SpokenMemberId.of(words)).isNotNull();
        assertThat(SpokenMonthDay.of(words).orElse("0101")).matches("[0-9]{4}");
        assertThat(SpokenCount.of(words)).isNotNull();
        assertThat(SpokenLetters.name(words)).isNotNull();
        assertThat(YesNo.of(words)).isNotNull();
        boolean ends = SpokenPhone.whole(words)
                | SpokenPhone.unfinished(words)
                | SpokenMemberId.whole(words)
                | SpokenMonthDay.whole(words)
                | SpokenMonthDay.unfinished(words)
                | SpokenCount.whole(words)
                | SpokenCount.unfinished(words)
                | YesNo.whole(words)
                | YesNo.unfinished(words);
        assertThat(ends).isIn(true, false);
    }

    private static List<String> saidPlainly(String digits) {
        return digits.chars().mapToObj(c -> SpokenNumbers.said(c - '0')).toList();
    }

    /** Area code and exchange digit by digit or doubled, the line also in pairs. */
    private static List<String> saidDigits(String number, Random random) {
        List<String> words = new ArrayList<>();
        if (random.nextBoolean()) {
            words.addAll(List.of("area", "code"));
        }
        for (int at = 0; at < number.length(); ) {
            char digit = number.charAt(at);
            boolean doubled = at + 1 < number.length() && number.charAt(at + 1) == digit && random.nextInt(3) == 0;
            boolean pair = at >= 6 && at % 2 == 0 && digit != '0' && random.nextInt(3) == 0;
            if (doubled) {
                words.addAll(List.of("double", digit == '0' ? "oh" : SpokenNumbers.said(digit - '0')));
                at += 2;
            } else if (pair) {
                words.addAll(List.of(SpokenNumbers.said(Integer.parseInt(number.substring(at, at + 2)))
                        .split(" ")));
                at += 2;
            } else {
                words.add(digit == '0' && random.nextBoolean() ? "oh" : SpokenNumbers.said(digit - '0'));
                at++;
            }
            if ((at == 3 || at == 6) && random.nextInt(3) == 0) {
                words.add(List.of("um", "then", "dash").get(random.nextInt(3)));
            }
        }
        return words;
    }

    /** Letters by their names, by code words or explained; zeros as such, since "oh" is a letter among letters. */
    private static List<String> saidMixed(String id, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isDigit(c)) {
                words.add(SpokenNumbers.said(c - '0'));
                continue;
            }
            String letter = String.valueOf(Character.toLowerCase(c));
            String codeWord = CODE_WORDS.get(c - 'A');
            String said =
                    switch (random.nextInt(c == 'O' ? 2 : 3)) {
                        case 0 -> letter + " " + LINKS.get(random.nextInt(LINKS.size())) + " " + codeWord;
                        case 1 -> codeWord;
                        default -> "the letter " + letter;
                    };
            words.addAll(List.of(said.split(" ")));
        }
        return words;
    }
}
