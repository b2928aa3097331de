package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hang up and call 911. | hang up and call nine one one.",
                "You can also call 988. | You can also call nine eight eight.",
                "Our number is 555-0123. | Our number is five five five, zero one two three.",
                "(202) 555-0142 | two zero two, five five five, zero one four two",
                "+1 202-555-0142 | two zero two, five five five, zero one four two",
                "2025550142 | two zero two, five five five, zero one four two",
                "5550142 | five five five, zero one four two",
                "at 10:00 | at ten o'clock",
                "at 10:30 AM | at ten thirty A M",
                "at 9:05 p.m. today | at nine oh five P M today",
                "at 8 AM | at eight A M",
                "at 14:30 | at two thirty P M",
                "from 8:00-12:00 | from eight o'clock to twelve o'clock",
                "8:00 a.m. - 5:30 p.m. | eight A M to five thirty P M.",
                "on December 3rd | on December third",
                "on December 3, 2026 | on December third, twenty twenty six",
                "on 2026-12-03 | on December third, twenty twenty six",
                "on 12/03/2026 | on December third, twenty twenty six",
                "on 1/22 | on January twenty second",
                "we are here 24/7 | we are here twenty four seven",
                "on Dec. 24 | on December twenty fourth",
                "It costs $25.50. | It costs twenty five dollars and fifty cents.",
                "It costs $1,200 | It costs one thousand two hundred dollars",
                "12 Oak St., Springfield | twelve Oak street, Springfield",
                "1234 Elm Ave. is near | twelve thirty four Elm avenue is near",
                "It is on Main St. | It is on Main street.",
                "next to St. Mary church | next to saint Mary church",
                "This is Dr. Kim speaking | This is doctor Kim speaking",
                "Ask Dr. Kim or Mrs. Lee | Ask doctor Kim or missus Lee",
                "Turn onto Elm Dr. | Turn onto Elm drive.",
                "Suite 200 | Suite two hundred",
                "Springfield 62704 | Springfield six two seven zero four",
                "member id AB12 | member id A B one two",
                "the ER or ICU | the E R or I C U",
                "Press 1 to take it | Press one to take it",
                "the 21st floor | the twenty first floor",
                "100% sure | one hundred percent sure",
                "Smith & Sons | Smith and Sons",
                "info@example.com | info at example dot com",
                "a 3-5 minute walk | a three to five minute walk",
                "2.5 hours | two point five hours",
                "the patient\u2019s name | the patient's name",
                "Jos\u00e9 | Jose",
                "Tuesday after eight | Tuesday after eight",
                "Are you sure? Yes! | Are you sure? Yes!",
                "Mon-Fri 8:00-5:00 | Monday to Friday eight o'clock to five o'clock",
                "code 0042 | code zero zero four two",
            })
    void saysWhatAPersonWouldSay(String written, String said) {
        assertThat(SpokenText.words(written)).isEqualToIgnoringCase(said);
    }

    @Property
    void leavesNothingThatIsNotAWordOrAPause(@ForAll("texts") String text) {
        assertThat(SpokenText.words(text)).matches("[A-Za-z' .,?!]*");
    }

    @Property
    void sayingItAgainChangesNothing(@ForAll("texts") String text) {
        String words = SpokenText.words(text);
        assertThat(SpokenText.words(words)).isEqualTo(words);
    }

    @Property
    void everyPhoneNumberIsSaidDigitByDigit(
            @ForAll @IntRange(min = 200, max = 999) int area,
            @ForAll @IntRange(min = 200, max = 999) int exchange,
            @ForAll @IntRange(min = 0, max = 9999) int line) {
        String said = SpokenText.words(String.format("%d-%d-%04d", area, exchange, line));

        assertThat(said.split("[ ,]+")).hasSize(10);
    }

    @Property
    void everyTimeOfDayHasWords(@ForAll @IntRange(min = 0, max = 1439) int minute) {
        String said = SpokenText.words(String.format("%d:%02d", minute / 60, minute % 60));

        assertThat(said).matches("[a-z]+( oh)?( [a-z]+){0,2}( o'clock| A M| P M)?");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of(
                "Dr. ",
                "St. ",
                "12",
                "3",
                "911",
                "555-0123",
                "10:00",
                " AM",
                "a.m.",
                "$",
                "4.50",
                "/",
                "-",
                ",",
                ".",
                "'",
                "Oak ",
                "december ",
                "December ",
                "1st",
                "AB1",
                "ICU",
                "?",
                " ",
                "\u2019",
                "\u2014",
                "é",
                "漢",
                "%",
                "@x.com");
        return parts.list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
