package org.anteroom.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final Redaction REDACTION = Redaction.load();
    private static final Lexicon LEXICON = RuleBook.lexicon();

    /** The most frequent of the United States, and some that are words as well. */
    private static final List<String> NAMES = words(
            "james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark"
                    + " donald steven andrew paul joshua kenneth kevin brian timothy ronald george jason edward jeffrey"
                    + " ryan jacob nicholas gary eric jonathan stephen larry justin scott brandon benjamin samuel gregory"
                    + " alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary"
                    + " douglas peter kyle noah ethan jeremy christian walter keith austin roger terry sean gerald carl"
                    + " dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah"
                    + " willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas",
            "mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy sandra betty ashley emily"
                    + " kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca sharon laura"
                    + " cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine"
                    + " christine debra rachel carolyn janet maria olivia heather helen catherine diane julie victoria"
                    + " joyce lauren kelly christina ruth joan virginia judith evelyn hannah andrea megan cheryl"
                    + " jacqueline madison teresa abigail sophia martha sara gloria janice kathryn ann isabella judy"
                    + " charlotte julia grace amber alice jean denise frances danielle marilyn natalie beverly diana"
                    + " brittany theresa kayla alexis doris lori tiffany",
            "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson"
                    + " anderson taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis"
                    + " robinson walker young allen king wright torres nguyen hill flores green adams nelson baker hall"
                    + " rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards"
                    + " collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson"
                    + " bailey reed howard ramos kim cox ward richardson watson brooks chavez wood bennett gray mendoza"
                    + " ruiz hughes price alvarez castillo sanders patel myers long ross foster jimenez",
            "lily rose hope joy faith dawn april may june angel bill rob sue pat art ray will drew guy candy penny daisy"
                    + " ivy iris violet pearl ruby summer autumn burns hurt payne killian cutler burnett stone rivers"
                    + " waters fox wolf bird bush fields banks walls lopes love lord knight page paige cash cross dane");

    private static List<String> words(String... lists) {
        return Arrays.stream(lists)
                .flatMap(list -> Arrays.stream(list.split(" ")))
                .distinct()
                .toList();
    }

    @Test
    void noNameGetsThroughWhereverItStands() {
        assertThat(NAMES).allSatisfy(name -> assertThat(
                        REDACTION.text("my chest hurts " + name + " and " + name + "'s chest hurts"))
                .isEqualTo("my chest hurts * and * chest hurts"));
    }

    @ParameterizedTest
    @CsvSource({
        "my chest hurts and i can't breathe, my chest hurts and i can't breathe",
        "my name is bleeding heart and i can't breathe, my name * and i can't breathe",
        "this is bleeding heart speaking i can't breathe, this * speaking i can't breathe",
        "i live at bloody baby street and he is choking, i live * and he is choking",
        "it's doctor tooth's patient she passed out, it's doctor * passed out",
        "call me at five five five oh one four two she is choking, call me at * she is choking",
        "born the third of may nineteen seventy she fell, born the * of * she fell",
        "b l e e d he is not breathing, * he is not breathing",
        "5550142 he is not breathing, * he is not breathing",
        "on monday he had a seizure, on * he had a seizure",
        "zyxwv qwerty, *"
    })
    void onlyWordsOfThePhrasesThatTellNobodyLeave(String said, String left) {
        assertThat(REDACTION.text(said)).isEqualTo(left);
    }

    @Test
    void ofEmergenciesEnoughIsLeftToLearnFrom() {
        List<KnownSentence> emergencies =
                KnownSentence.all().stream().filter(KnownSentence::emergency).toList();
        double kept = emergencies.stream()
                .mapToDouble(each -> (double) Redaction.wordsKept(REDACTION.text(each.text()))
                        / each.text().split(" ").length)
                .average()
                .orElseThrow();
        assertThat(kept).isGreaterThan(0.6);
    }

    @Property(tries = 300)
    void whatIsLeftIsOfOurOwnFilesWhateverWasSaid(@ForAll("anything") List<String> said) {
        String left = REDACTION.text(String.join(" ", said));
        assertThat(left.split(" ")).allSatisfy(word -> assertThat(word.isEmpty()
                        || word.equals(Redaction.WITHHELD)
                        || Tokeniser.tokens(word).stream().allMatch(RedactionTest::known))
                .as(word)
                .isTrue());
        assertThat(left).doesNotContainPattern("\\d").doesNotContain("* *");
    }

    private static boolean known(String token) {
        return LEXICON.words().contains(token) || LEXICON.stems().stream().anyMatch(token::startsWith);
    }

    @Provide
    Arbitrary<List<String>> anything() {
        List<String> ours = KnownSentence.all().stream()
                .flatMap(each -> Stream.of(each.text().split(" ")))
                .distinct()
                .toList();
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.of(ours)),
                        Tuple.of(2, Arbitraries.of(NAMES)),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(12)))
                .list()
                .ofMaxSize(25);
    }
}
