package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.words.Normaliser;

/** What holds for every conversation, whatever is thrown at it in whatever order. */
class ConversationProperties {
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-11-23T05:00:00Z");
    private static final Set<TemplateId> SPOKEN_AS_DONE = Set.of(
            TemplateId.MESSAGE_SAVED,
            TemplateId.WILL_READ,
            TemplateId.CALL_BACK_PROMISED,
            TemplateId.RECORDING_STOPPED);
    private static final List<Catalogue> CATALOGUES = Catalogue.all();

    @Property(tries = 700)
    void neverThrowsAndAlwaysLeavesSomethingToWaitFor(
            @ForAll("facts") CallFacts facts,
            @ForAll boolean open,
            @ForAll ClinicianOutcome clinician,
            @ForAll("inputs") List<Input> inputs) {
        Conversation conversation = new Conversation(choosing(clinician));
        Instant now = open ? OPEN : CLOSED;
        Step step = conversation.step(conversation.start(), new Input.Began(facts), now);
        assertThat(waits(step)).isTrue();
        for (Input input : inputs) {
            State before = step.state();
            step = conversation.step(before, input, now);
            assertThat(fits(before, step))
                    .as("%s at %s led to %s", input, before, step.acts())
                    .isTrue();
            spokenFromTheCatalogue(step);
            if (!(input instanceof Input.Committed)) {
                assertThat(step.acts()).noneMatch(ConversationProperties::speaksAsDone);
            }
        }
    }

    /** However it is reached, nothing that goes on and on keeps a caller in a loop. */
    @Property(tries = 300)
    void endsOrReachesAPersonWhateverIsRepeated(
            @ForAll("facts") CallFacts facts,
            @ForAll boolean open,
            @ForAll ClinicianOutcome clinician,
            @ForAll("inputs") List<Input> inputs,
            @ForAll("useless") Input useless) {
        Conversation conversation = new Conversation(choosing(clinician));
        Instant now = open ? OPEN : CLOSED;
        State state = conversation
                .step(conversation.start(), new Input.Began(facts), now)
                .state();
        for (Input input : inputs) {
            state = conversation.step(state, input, now).state();
        }
        for (int i = 0; i < 40 && !over(state); i++) {
            state = conversation.step(state, useless, now).state();
        }
        assertThat(over(state)).as("%s after 40 of %s", state, useless).isTrue();
    }

    /** What is known of a message when the caller hangs up is never lost, and never stored twice. */
    @Property(tries = 400)
    void keepsWhatIsKnownWhenTheCallerHangsUp(
            @ForAll("facts") CallFacts facts,
            @ForAll boolean open,
            @ForAll ClinicianOutcome clinician,
            @ForAll("inputs") List<Input> inputs) {
        Conversation conversation = new Conversation(choosing(clinician));
        Instant now = open ? OPEN : CLOSED;
        State state = conversation
                .step(conversation.start(), new Input.Began(facts), now)
                .state();
        for (Input input : inputs) {
            state = conversation.step(state, input, now).state();
        }
        boolean form = state.pending()
                        .filter(pending -> !(pending instanceof Request.StopRecording))
                        .isEmpty()
                && state.form().worthKeeping();
        boolean also = state.errand().later().also().isPresent();
        boolean keep = !state.ended() && !facts.emergencyOnly() && (form || also);
        Step hungUp = conversation.step(state, new Input.HungUp(), now);
        assertThat(hungUp.state().ended()).isTrue();
        assertThat(hungUp.acts().stream().anyMatch(Act.Commit.class::isInstance))
                .isEqualTo(keep);
        assertThat(hungUp.acts()).noneMatch(Act.Say.class::isInstance);
        assertThat(hungUp.acts().stream().anyMatch(ConversationProperties::pages))
                .isEqualTo(keep && form && owesAPage(state));
    }

    /** The clinician on call was asked for, nobody is being rung, and the caller said yes to a number. */
    private static boolean owesAPage(State state) {
        Form form = state.form();
        return state.stage().asking()
                && form.category().equals(Optional.of(Category.PAGE))
                && form.confirmed()
                && !form.callBack().orElse("").isBlank();
    }

    private static boolean pages(Act act) {
        return act instanceof Act.Commit commit && commit.request() instanceof Request.PageUnfinished;
    }

    private static DialogueSettings choosing(ClinicianOutcome outcome) {
        return new DialogueSettings(DialogueSettings.always(outcome), Duration.ofMinutes(30));
    }

    private static boolean over(State state) {
        return state.ended()
                || state.stage() == Stage.CONNECTING
                || state.stage() == Stage.SUSPENDED
                || state.stage() == Stage.SAVING;
    }

    private static boolean waits(Step step) {
        Act last = step.acts().get(step.acts().size() - 1);
        return !(last instanceof Act.Say) && !(last instanceof Act.NotUnderstood);
    }

    /** Nothing to do, comfort while a phone rings, or acts that end with something to wait for. */
    private static boolean fits(State before, Step step) {
        boolean comfort = before.stage() == Stage.CONNECTING
                && step.state().stage() == Stage.CONNECTING
                && step.acts().size() == 1;
        return step.acts().isEmpty() || comfort || waits(step) && waitedForOnce(step);
    }

    private static boolean waitedForOnce(Step step) {
        List<Act> before = step.acts().subList(0, step.acts().size() - 1);
        boolean ends = step.acts().get(step.acts().size() - 1) instanceof Act.End;
        return before.stream()
                .allMatch(act -> act instanceof Act.Say
                        || act instanceof Act.NotUnderstood
                        || ends && act instanceof Act.Commit);
    }

    private static void spokenFromTheCatalogue(Step step) {
        for (Act act : step.acts()) {
            if (act instanceof Act.Say say) {
                CATALOGUES.forEach(catalogue ->
                        assertThat(catalogue.text(say)).isNotBlank().doesNotContain("{"));
            }
        }
    }

    private static boolean speaksAsDone(Act act) {
        return act instanceof Act.Say say && SPOKEN_AS_DONE.contains(say.id());
    }

    @Provide
    Arbitrary<CallFacts> facts() {
        Arbitrary<OfficeFacts> office =
                Arbitraries.of(Example.office(), OfficeFacts.nameOnly("Maple Street Dental", Example.ZONE));
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return office.flatMap(facts -> flag.flatMap(recorded -> flag.flatMap(
                desk -> Arbitraries.of(Optional.<String>empty(), Optional.of("6145550132"), Optional.of("12"))
                        .flatMap(caller -> Arbitraries.frequency(
                                        net.jqwik.api.Tuple.of(9, false), net.jqwik.api.Tuple.of(1, true))
                                .map(only -> new CallFacts(facts, caller, recorded, only, desk))))));
    }

    @Provide
    Arbitrary<List<Input>> inputs() {
        Arbitrary<Input> turns = Arbitraries.of(sentences()).map(ConversationProperties::said);
        Arbitrary<Input> noise = Arbitraries.of(
                        "yes", "no", "six", "one", "four", "five", "oh", "name", "is", "my", "the", "call", "message",
                        "help", "a", "person", "number", "what", "please", "not", "", "é", "\u0000", "last", "double")
                .list()
                .ofMaxSize(14)
                .map(words -> said(String.join(" ", words)));
        Arbitrary<Input> keys =
                Arbitraries.strings().withChars("0123456789#*x").ofMaxLength(12).map(Input.Keyed::new);
        Arbitrary<Input> others = Arbitraries.of(
                new Input.Silent(),
                new Input.Committed("1"),
                new Input.CommitFailed(),
                new Input.TransferFailed(Destination.DESK),
                new Input.TransferFailed(Destination.ON_CALL),
                new Input.Overridden(),
                new Input.Resumed(),
                new Input.Began(new CallFacts(Example.office(), Optional.empty(), false, false, true)));
        return Arbitraries.oneOf(turns, noise, keys, others).list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<Input> useless() {
        return Arbitraries.of(
                said("yes"),
                said("purple monkey ladder"),
                said("say that again"),
                said("what can i say"),
                said("hello"),
                said("let me think"),
                said("are you a robot"),
                said("six one"),
                said("should i stop my antibiotic"),
                said("i want to talk to a person"),
                said("i need the doctor on call"),
                said("is this the library"),
                said("no"),
                new Input.Silent(),
                new Input.Keyed("9"),
                new Input.Keyed("0"),
                new Input.Keyed("1"));
    }

    private static Input said(String text) {
        return new Input.Said(Normaliser.words(text), List.of(), new Clip(0, 1));
    }

    private static List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of(
                "six one four five five five oh one three two",
                "no it's six one four five five five oh one three three",
                "the last four are one two three four",
                "my name is nora whitfield",
                "nora whitfield"));
        try {
            IntentsTest.lines().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("[") && !line.startsWith("#"))
                    .forEach(sentences::add);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sentences;
    }

    @Property(tries = 50)
    void speaksWithinTheCatalogueOfEveryPracticeType(@ForAll PracticeType type) {
        assertThat(Prompts.forPractice(Catalogue.of(type), "Maple Street")).isNotEmpty();
    }
}
