package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Stage;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.BaseSet;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conversation, walked to each of its states; there an emergency takes the line in one step, whatever it is about. */
final class EmergencyInEveryStateTest {
    /** A Monday: the office is open. */
    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");

    private static final Set<String> OF_THE_EMERGENCY =
            Set.of(TemplateId.CONNECTING.key(), TemplateId.ALL_FAILED_CALL_911.key());
    private static final String MESSAGE = "i would like to leave a message";
    private static final String NAME = "my name is robert miller";
    private static final String NUMBER = "two one two five five five zero one seven three";
    private static final String INSURANCE = "i want to give you my new insurance";
    private static final String MEMBER = "a b c one two three four five six";
    private static final String REFILL = "i need a refill of my prescription";
    /** These need a book, or another caller: they are walked to in text, by the written conversations. */
    private static final Set<Stage> IN_TEXT = EnumSet.of(
            Stage.VISIT,
            Stage.FIRST_VISIT,
            Stage.WHEN,
            Stage.CHOICE,
            Stage.CONFIRM_VISIT,
            Stage.CHANGE,
            Stage.WHICH,
            Stage.WHICH_VISIT,
            Stage.CONFIRM_CANCEL,
            Stage.CONFIRM_COMING,
            Stage.CONFIRM_MOVE,
            Stage.PATIENT_NAME,
            Stage.CODE,
            Stage.CALL_BACK,
            Stage.ANIMAL,
            Stage.PIN,
            Stage.LOOKING);

    private static final String ABOUT = "please call me back about the bill from last month";

    /** What the caller says, turn by turn, until the conversation stands there. */
    private record Walk(Stage to, List<String> turns) {
        static Walk of(Stage to, String... turns) {
            return new Walk(to, List.of(turns));
        }

        @Override
        public String toString() {
            return to.name();
        }
    }

    static Stream<Walk> walks() {
        return Stream.of(
                Walk.of(Stage.NEW),
                Walk.of(Stage.OPEN),
                Walk.of(Stage.FURTHER, "when do you open"),
                Walk.of(Stage.OFFER, "should i stop my antibiotic"),
                Walk.of(Stage.NAME, MESSAGE),
                Walk.of(Stage.SAME_NUMBER, MESSAGE, NAME),
                Walk.of(Stage.NUMBER, MESSAGE, NAME, "no"),
                Walk.of(Stage.CONFIRM_NUMBER, MESSAGE, NAME, "no", NUMBER),
                Walk.of(Stage.ABOUT, MESSAGE, NAME, "yes"),
                Walk.of(Stage.MORE, MESSAGE, NAME, "yes", ABOUT),
                Walk.of(Stage.ADDING, MESSAGE, NAME, "yes", ABOUT, "yes"),
                Walk.of(Stage.SAVING, MESSAGE, NAME, "yes", ABOUT, "no"),
                Walk.of(Stage.PAYER, INSURANCE),
                Walk.of(Stage.MEMBER_ID, INSURANCE, "aetna"),
                Walk.of(Stage.CONFIRM_MEMBER_ID, INSURANCE, "aetna", MEMBER),
                Walk.of(Stage.GROUP, INSURANCE, "aetna", MEMBER, "yes"),
                Walk.of(Stage.OWN_PLAN, INSURANCE, "aetna", MEMBER, "yes", "none"),
                Walk.of(Stage.SUBSCRIBER, INSURANCE, "aetna", MEMBER, "yes", "none", "no"),
                Walk.of(Stage.REFILL, REFILL),
                Walk.of(Stage.PHARMACY, REFILL, "metoprolol"),
                Walk.of(Stage.BIRTH, REFILL, "metoprolol", "walgreens", NAME),
                Walk.of(Stage.CONNECTING, "i want to talk to a person"),
                Walk.of(Stage.EMERGENCY_ONLY),
                Walk.of(Stage.ENDED, "when do you open", "no thank you bye"));
    }

    @TempDir
    Path folder;

    private final CallThreads threads = new CallThreads(1, fault -> {});
    private CallParts parts;
    private MediaEngine media;
    private Line line;
    private PortReserve reserve;

    @BeforeEach
    void open() throws Exception {
        // More than all calls of a test take: the media clock gives a port back at its next tick, and calls are quicker
        // here.
        media = Senses.media(28_000, 28_399);
        line = Unplugged.line(new Unplugged.NoCalls());
        reserve = PortReserve.open(media);
        Clock clock = ((InstantSource) () -> OPEN).withZone(ZoneOffset.UTC);
        parts = Unplugged.parts(folder, media, clock, new Health(), new ArrayList<>(), event -> {});
    }

    @AfterEach
    void close() throws Exception {
        reserve.close();
        threads.close();
        line.close();
        media.close();
    }

    @Test
    void everyStateButThatOfTheEmergencyIsWalkedTo() {
        Set<Stage> walked = walks().map(Walk::to).collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        walked.addAll(IN_TEXT);
        assertThat(walked).isEqualTo(EnumSet.complementOf(EnumSet.of(Stage.SUSPENDED)));
    }

    @Test
    void everyCategoryOfTheBaseSetIsSpoken() {
        assertThat(BaseSet.certain().keySet()).containsAll(BaseSet.categories());
    }

    @ParameterizedTest
    @MethodSource("walks")
    void anEmergencyOfAnyCategoryTakesTheLineInOneStep(Walk walk) throws Exception {
        for (Map.Entry<String, String> emergency : BaseSet.certain().entrySet()) {
            try (WalkedCall call = walked(walk)) {
                call.says(emergency.getValue());

                assertThat(call.decided())
                        .as("%s: %s", emergency.getKey(), emergency.getValue())
                        .extracting(CallEvent.Decided::grade)
                        .containsExactly("ALARM");
                assertThat(call.rung()).contains("doctor");
                call.answers();
                assertThat(call.inputs())
                        .filteredOn(Input.Overridden.class::isInstance)
                        .hasSize(1);
                assertThat(call.stage()).isIn(Stage.SUSPENDED, walk.to() == Stage.NEW ? Stage.NEW : Stage.ENDED);
            }
        }
    }

    @Test
    void aRuleThatWaitsIsDecidedByAPauseWithinTheTurn() throws Exception {
        try (WalkedCall call = walked(Walk.of(Stage.OPEN))) {
            call.begins("i have chest pain");
            assertThat(call.decided()).isEmpty();
            call.pauses();
            assertThat(call.decided()).extracting(CallEvent.Decided::grade).containsExactly("ALARM");
        }
    }

    @ParameterizedTest
    @MethodSource("walks")
    void nothingOfTheConversationIsSaidOnceAnEmergencyIsHeard(Walk walk) throws Exception {
        try (WalkedCall call = walked(walk)) {
            call.plays();
            int before = call.said().size();

            // The answer to this is still being thought out when the emergency comes.
            call.says("what are your opening hours");
            call.says("he is not breathing");
            call.answers();
            call.plays();
            call.says("yes");
            call.says(MESSAGE);
            call.answers();
            call.plays();
            for (int tick = 0; tick < 6; tick++) {
                call.passes(5_000);
                call.answers();
            }

            call.plays();
            assertThat(call.said().subList(before, call.said().size()))
                    .isNotEmpty()
                    .isSubsetOf(OF_THE_EMERGENCY);
        }
    }

    private WalkedCall walked(Walk walk) throws Exception {
        WalkedCall call = new WalkedCall(
                walk.to() == Stage.EMERGENCY_ONLY ? emergencyOnly() : parts, media, line, reserve, threads);
        if (walk.to() != Stage.NEW) {
            call.greet();
        }
        for (String turn : walk.turns()) {
            call.says(turn);
            call.answers();
        }
        assertThat(call.stage()).isEqualTo(walk.to());
        return call;
    }

    private CallParts emergencyOnly() throws Exception {
        Config config = Config.load(folder.resolve("anteroom.toml"));
        return new CallParts(
                CallSettings.of(EmergencyPlan.of(config)),
                parts.duty(),
                parts.media(),
                parts.ears(),
                parts.prompts(),
                parts.detector(),
                parts.scorer(),
                parts.meanings(),
                parts.conversation(),
                parts.catalogue(),
                parts.records(),
                parts.alarms(),
                parts.health(),
                parts.counters(),
                parts.latencies(),
                parts.observer(),
                parts.clock());
    }
}
