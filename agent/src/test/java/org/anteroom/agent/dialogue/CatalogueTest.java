package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.anteroom.agent.config.FailedSentence;
import org.anteroom.agent.config.PracticeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {
    private static final CatalogueFile BASE = CatalogueFile.resource("base");

    @ParameterizedTest
    @EnumSource(PracticeType.class)
    void passesTheReview(PracticeType type) {
        CatalogueFile own = CatalogueFile.resource(
                type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(new CatalogueCheck(BASE, own, Review.OWN).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[message]  | ask-about = What is your pain like?                        | clinical",
                "[facts]    | fact-unknown = Ask about your prescription.                | clinical",
                "[goodbye]  | goodbye-unheard = Get well soon. Goodbye.                  | advises",
                "[boundary] | boundary-clinical = You should take it easy.               | advises",
                "[emergency]| connecting = Calm down, this is probably nothing.          | advises",
                "[message]  | ask-name = What is your name, {caller}?                    | no slot {caller}",
                "[facts]    | hours-today = Today we are open.                           | {hours} is missing",
                "[facts]    | fact-unknown = Please call {phone}.                        | {phone} is not known",
                "[message]  | message-saved = You are booked.                            | badly",
                "[message]  | ask-more = Is there more or not?                           | badly",
                "[fallback] | take-your-time = Take 5 minutes.                           | in words",
                "[fallback] | take-your-time = Take your time & speak.                   | '&'",
                "[fallback] | take-your-time = Say your DOB.                             | spelled",
                "[fallback] | take-your-time = Take your time                            | full stop",
                "[fallback] | take-your-tyme = Take your time.                           | nothing is called",
                "[message]  | take-your-time = Take your time.                           | belongs into [fallback]",
                "[nonsense] | take-your-time = Take your time.                           | no section",
                "[fallback] | take-your-time.2 = There is no hurry.                      | stands alone",
                "[fallback] | take-your-time.1 = There is no hurry.                      | no number",
                "[fallback] | take-your-time.x = There is no hurry.                      | nothing is called",
                "[message]  | ask-name = Say your name.                                  | must ask, as in: What is",
                "[message]  | thanks = Thanks?                                           | must not ask",
                "[fallback] | Take your time.                                            | neither"
            })
    void findsPlantedFaults(String section, String line, String complaint) {
        CatalogueFile planted = CatalogueFile.parse("planted.txt", section + "\n" + line + "\n");
        assertThat(new CatalogueCheck(BASE, planted, Review.OWN).problems()).anySatisfy(problem -> {
            assertThat(problem.sentence()).contains(complaint);
            assertThat(problem.file()).isEqualTo("planted.txt");
            assertThat(problem.line()).isIn(1, 2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[message]  | ask-name    | Is it your pain?          | ask-name.2: 'pain*' is clinical",
                "[message]  | ask-name    | May I have your name.     | ask-name.2: must ask",
                "[message]  | ask-name    | What is your name?        | ask-name.2: is worded like another",
                "[message]  | ask-name    | What is your name, {who}? | ask-name.2: {who} is not known",
                "[emergency]| on-hold     | Hold on.                  | on-hold.2: this has one wording",
                "[boundary] | boundary-results | No results.          | boundary-results.2: this has one wording",
                "[on-call]  | on-call-taken | Taken.                  | on-call-taken.2: this has one wording"
            })
    void readsEveryWordingAsAReviewerWould(String section, String key, String further, String complaint) {
        CatalogueFile planted = CatalogueFile.parse(
                "planted.txt", section + "\n" + key + " = What is your name?\n" + key + ".2 = " + further + "\n");

        assertThat(new CatalogueCheck(BASE, planted, Review.OWN).problems()).anySatisfy(problem -> {
            assertThat(problem.sentence()).contains(complaint);
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void aFileThatWordsASentenceWordsAllOfIt() {
        Catalogue own = Catalogue.of(
                PracticeType.DENTAL, "own.txt", "[message]\nask-name = Who is calling?\n\n[message]\nthanks = Good.\n");

        assertThat(own.texts(TemplateId.ASK_NAME, Map.of())).containsExactly("Who is calling?");
        assertThat(own.texts(TemplateId.ANYTHING_ELSE, Map.of())).hasSize(3);
        assertThat(own.written()).contains("anything-else.2 = ").doesNotContain("ask-name.2");
        assertThat(Prompts.fixed(own)).contains("Who is calling?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[emergency]| connecting = A person is coming.                | remove the line, or write: Stay on the line",
                "[boundary] | boundary-clinical = Please ask the care team.   | said as it was reviewed",
                "[on-call]  | on-call-taken = Taken.                          | said as it was reviewed",
                "[greeting] | greeting-emergency = In danger, call 911.       | said as it was reviewed",
                "[facts]    | hours-today = Today we are open.                | {hours} is missing",
                "[fallback] | take-your-tyme = Take your time.                | did you mean take-your-time?",
                "[message]  | ask-about = What is your pain like?             | clinical"
            })
    void aPracticeMayNotChangeWhatWasReviewedAsItStands(String section, String line, String complaint) {
        String content = section + "\n" + line + "\n";

        assertThat(Catalogue.check(PracticeType.DENTAL, "own.txt", content))
                .anySatisfy(problem ->
                        assertThat(problem.toString()).startsWith("own.txt:2: ").contains(complaint));
        assertThatThrownBy(() -> Catalogue.of(PracticeType.DENTAL, "own.txt", content))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void theWholeOfATypeIsAFileThatAPracticeMayUse() {
        for (PracticeType type : PracticeType.values()) {
            Catalogue catalogue = Catalogue.of(type);
            assertThat(Catalogue.check(type, "own.txt", catalogue.written())).isEmpty();
            assertThat(Catalogue.of(type, "own.txt", catalogue.written()).written())
                    .isEqualTo(catalogue.written());
        }
    }

    @Test
    void findsAGreetingThatIsTooLong() {
        CatalogueFile planted = CatalogueFile.parse(
                "planted.txt",
                "[greeting]\nhow-can-i-help = Tell me in a few words of your own choosing what it is that I may do"
                        + " for you on this fine day?\n");
        assertThat(new CatalogueCheck(BASE, planted, Review.OWN).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("greeting takes about"));
    }

    @Test
    void findsASentenceThatIsMissing() {
        CatalogueFile empty = CatalogueFile.parse("base.txt", "[message]\nask-name = What is your name?\n");
        List<CatalogueProblem> problems = new CatalogueCheck(empty, empty, Review.OWN).problems();
        assertThat(problems).hasSizeGreaterThanOrEqualTo(TemplateId.values().length - 1);
        assertThat(problems.get(0).toString()).contains("base.txt").contains("has no sentence");
    }

    @Test
    void findsASentenceThatStandsTwice() {
        CatalogueFile twice = CatalogueFile.parse("own.txt", "[message]\nthanks = Thanks.\nthanks = Thank you.\n");
        assertThat(twice.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.sentence()).contains("twice");
        });
    }

    @Test
    void saysTheEmergencySentenceWordForWord() {
        String connecting = "Stay on the line, I am connecting you to a person now."
                + " If a life is in danger, hang up and call 911.";
        assertThat(Catalogue.of(PracticeType.DENTAL).text(TemplateId.CONNECTING, Map.of()))
                .isEqualTo(connecting);
        assertThat(Catalogue.of(PracticeType.MENTAL_HEALTH).text(TemplateId.CONNECTING, Map.of()))
                .startsWith(connecting)
                .contains("988");
        assertThat(Catalogue.of(PracticeType.VETERINARY)
                        .text(TemplateId.ON_CALL_ANNOUNCE, Map.of(Slot.PRACTICE, "Oak Animal Clinic")))
                .isEqualTo("Emergency call for Oak Animal Clinic. Press 1 to take it.");
        assertThat(Catalogue.of(PracticeType.MEDICAL)
                        .text(TemplateId.allFailed(FailedSentence.CALL_911_OR_988), Map.of()))
                .contains("911")
                .contains("988");
    }

    @Test
    void fillsExactlyTheSlotsOfATemplate() {
        Catalogue catalogue = Catalogue.of(PracticeType.MEDICAL);
        assertThat(catalogue.text(TemplateId.OPENS, Map.of(Slot.WHEN, "tomorrow at $8 {practice}")))
                .isEqualTo("It opens tomorrow at $8 {practice}.");
        assertThatThrownBy(() -> catalogue.text(TemplateId.OPENS, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Act.Say.of(TemplateId.OPENS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhatCanBeRenderedAhead() {
        assertThat(Prompts.fixed())
                .doesNotHaveDuplicates()
                .noneMatch(text -> text.contains("{"))
                .contains(Catalogue.of(PracticeType.DENTAL).text(TemplateId.CONNECTING, Map.of()))
                .contains(Catalogue.of(PracticeType.MENTAL_HEALTH).text(TemplateId.CONNECTING, Map.of()));
        assertThat(Prompts.forPractice(Catalogue.of(PracticeType.DENTAL), "Maple Street"))
                .allMatch(text -> text.contains("Maple Street"))
                .hasSizeGreaterThanOrEqualTo((int) List.of(TemplateId.values()).stream()
                        .filter(TemplateId::ofPractice)
                        .count());
        assertThat(Prompts.fixed())
                .containsAll(Catalogue.of(PracticeType.VETERINARY).texts(TemplateId.ANYTHING_ELSE, Map.of()));
    }
}
