package org.anteroom.agent.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.AppointmentState;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.rehearsal.TextCall;

/** What holds for every conversation about appointments, insurance and refills, with real records behind it. */
class FrontDeskProperties {
    private static final ZoneId ZONE = Example.ZONE;
    private static final List<Catalogue> CATALOGUES = Catalogue.all();
    private static final Set<TemplateId> IN_BOOK = Set.of(
            TemplateId.VISIT_MADE,
            TemplateId.VISIT_PROPOSED,
            TemplateId.VISIT_MOVED,
            TemplateId.VISIT_CANCELLED,
            TemplateId.VISIT_CONFIRMED);
    private static final Set<TemplateId> IN_INBOX = Set.of(
            TemplateId.MESSAGE_SAVED,
            TemplateId.REQUEST_SAVED,
            TemplateId.INSURANCE_SAVED,
            TemplateId.REFILL_SAVED,
            TemplateId.CALL_BACK_PROMISED,
            TemplateId.CALL_BACK_COMING);

    private static FrontDesk known;
    /** The same, but that whom callers name is on nobody's file. */
    private static FrontDesk unknown;

    private static Path folder;

    /** A call: where, when, whence, and what is said in it by {@link CallerTurns}. */
    record Call(PracticeType type, boolean night, boolean withheld, List<Integer> choices) {
        Optional<String> from() {
            return withheld ? Optional.empty() : Optional.of("6145550192");
        }

        FrontDesk at(FrontDesk desk) {
            return desk.afresh(type, now());
        }

        Instant now() {
            return (night ? FrontDesk.NIGHT : FrontDesk.OPEN).atZone(ZONE).toInstant();
        }
    }

    @BeforeContainer
    static void open() throws Exception {
        folder = Files.createTempDirectory("front-desk");
        known = new FrontDesk(Files.createDirectory(folder.resolve("known")), FrontDesk.HELEN);
        unknown = new FrontDesk(Files.createDirectory(folder.resolve("unknown")), FrontDesk.NOBODYS);
    }

    @AfterContainer
    static void close() throws IOException {
        known.close();
        unknown.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Waits or ends, from the catalogue, with nothing of anybody who was not proven, and done is only what is in the records. */
    @Property(tries = 120)
    void speaksOfNothingButWhatIsDoneAndTheCallersOwn(@ForAll("calls") Call call) {
        FrontDesk desk = call.at(known);
        Heard heard = new Heard(desk, call.now());
        DeskCall talk = new DeskCall(desk, call.now(), heard);
        heard.of(talk);
        talk.began(call.from());
        for (int choice : call.choices()) {
            talk.line(CallerTurns.at(talk.state().stage(), choice));
            heard.keptFromOthers();
        }
    }

    /** Without a PIN nobody learns from what is said whether somebody is a patient, whatever else they say. */
    @Property(tries = 60)
    void saysTheSameWhetherSomebodyIsOnFileOrNot(@ForAll("calls") Call call) {
        List<String> ofAPatient = new ArrayList<>();
        List<String> ofAStranger = new ArrayList<>();
        DeskCall patients = new DeskCall(call.at(known), call.now(), (before, input, step) -> said(step, ofAPatient));
        DeskCall strangers =
                new DeskCall(call.at(unknown), call.now(), (before, input, step) -> said(step, ofAStranger));
        patients.began(call.from());
        strangers.began(call.from());
        for (int choice : call.choices()) {
            String line = CallerTurns.at(patients.state().stage(), choice);
            if (!gives(line, FrontDesk.HELEN.pin()) && !gives(line, FrontDesk.PROXY_PIN)) {
                patients.line(line);
                strangers.line(line);
                assertThat(ofAStranger).as("after %s", patients.lines()).isEqualTo(ofAPatient);
            }
        }
    }

    /** Whoever is to be called back proves nothing before: whatever they say, they hear what a stranger hears. */
    @Property(tries = 40)
    void saysTheSameToEverybodyWhoIsToBeCalledBack(@ForAll("calls") Call call) {
        List<String> ofAPatient = new ArrayList<>();
        List<String> ofAStranger = new ArrayList<>();
        DeskCall patients =
                new DeskCall(call.at(known).callingBack(), call.now(), (before, input, step) -> said(step, ofAPatient));
        DeskCall strangers = new DeskCall(
                call.at(unknown).callingBack(), call.now(), (before, input, step) -> said(step, ofAStranger));
        patients.began(call.from());
        strangers.began(call.from());
        for (int choice : call.choices()) {
            String line = CallerTurns.at(patients.state().stage(), choice);
            patients.line(line);
            strangers.line(line);
            assertThat(ofAStranger).as("after %s", patients.lines()).isEqualTo(ofAPatient);
        }
    }

    private static void said(Step step, List<String> all) {
        says(step).forEach(say -> all.add(say.id() + " " + say.slots()));
        all.add(step.state().stage().name());
    }

    /** So that the check above finds what it looks for. */
    @net.jqwik.api.Example
    void speaksOfAnAppointmentToWhomeverHasThePin() {
        List<String> spoken = new ArrayList<>();
        Call call = new Call(PracticeType.MEDICAL, false, false, List.of());
        DeskCall talk = new DeskCall(call.at(known), call.now(), (before, input, step) -> says(step)
                .forEach(say -> spoken.addAll(say.slots().values())));
        talk.began(call.from());
        List.of(
                        "C: i need to cancel my appointment",
                        "C: helen parker",
                        "C: march third nineteen eighty four",
                        "K: 4711")
                .forEach(talk::line);
        assertThat(String.join(" ", spoken)).contains("ten ten").contains("ten twenty");
    }

    /** The caller is gone when the time turns out to be somebody else's: staff find what was asked for, once. */
    @net.jqwik.api.Example
    void keepsABookingThatIsRefusedAfterTheCallerHungUp() {
        Call call = new Call(PracticeType.MEDICAL, false, false, List.of());
        List<Request> kept = new ArrayList<>();
        DeskCall talk = new DeskCall(call.at(known), call.now(), (before, input, step) -> step.acts().stream()
                .filter(act ->
                        act instanceof Act.Commit commit && commit.request() instanceof Request.IncompleteRequest)
                .forEach(act -> kept.add(((Act.Commit) act).request())));
        talk.began(call.from());
        List.of(
                        "C: i would like to book a checkup tomorrow morning",
                        "C: the first",
                        "C: helen parker",
                        "C: march third nineteen eighty four",
                        "~ hangs up",
                        "C: yes")
                .forEach(talk::line);
        assertThat(talk.state().ended()).isTrue();
        assertThat(kept).hasSize(1);
        talk.line("* refused");
        assertThat(kept).hasSize(1);
    }

    @Property(tries = 40)
    void anEmergencyTakesTheCallInOneStepFromEveryState(@ForAll("calls") Call call) {
        List<Step> steps = new ArrayList<>();
        DeskCall talk = new DeskCall(call.at(known), call.now(), (before, input, step) -> steps.add(step));
        talk.began(call.from());
        for (int choice : call.choices()) {
            talk.line(CallerTurns.at(talk.state().stage(), choice));
            if (!talk.state().ended()) {
                Step suspended = new Conversation(new DialogueSettings(false))
                        .step(talk.state(), new Input.Overridden(), call.now());
                assertThat(suspended.acts()).isEmpty();
                assertThat(suspended.state().stage()).isEqualTo(Stage.SUSPENDED);
            }
        }
        detected(call, talk.lines());
    }

    /** The same words, through the detector. */
    private static void detected(Call call, List<String> lines) {
        FrontDesk desk = call.at(known);
        TextCall text = new TextCall(desk.practice(), Optional.empty(), Optional.empty(), desk.reception(), call.now());
        List<String> done = new ArrayList<>(text.began(call.from(), true, false));
        for (String line : lines) {
            if (done.stream().anyMatch(each -> each.startsWith("! ")) || text.ended()) {
                return;
            }
            assertThat(text.branch().line("C: help me i can't breathe").get(0))
                    .as("after %s", done)
                    .startsWith("! alarm: ");
            if (!line.startsWith("~") && !line.startsWith("* found") && !line.equals("* refused")) {
                done.addAll(text.line(line));
            }
            if (text.saving()) {
                done.addAll(text.line("* saved"));
            }
        }
    }

    @Property(tries = 80)
    void endsOrReachesAPersonWhateverIsRepeated(@ForAll("calls") Call call, @ForAll("useless") String useless) {
        AtomicBoolean told = new AtomicBoolean();
        DeskCall talk = new DeskCall(
                call.at(known),
                call.now(),
                (before, input, step) -> told.set(says(step).stream()
                        .anyMatch(say -> say.id().section() == Section.FACTS && say.id() != TemplateId.ANYTHING_ELSE)));
        talk.began(call.from());
        for (int choice : call.choices()) {
            talk.line(CallerTurns.at(talk.state().stage(), choice));
        }
        State reached = talk.state();
        for (int i = 0; i < 40 && !talk.over(); i++) {
            talk.line(useless);
        }
        // Who asks for one thing again and again is told it again and again.
        assertThat(talk.over() || told.get())
                .as("%s after 40 of %s from %s, %s", talk.state(), useless, reached, talk.lines())
                .isTrue();
    }

    private static boolean gives(String line, String pin) {
        return line.equals("K: " + pin) || line.equals("C: " + CallerTurns.digits(pin));
    }

    @Provide
    Arbitrary<Call> calls() {
        Arbitrary<List<Integer>> choices = Arbitraries.integers()
                .between(0, CallerTurns.choices() - 1)
                .list()
                .ofMaxSize(30);
        return Combinators.combine(
                        Arbitraries.of(PracticeType.class),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, true),
                        choices)
                .as(Call::new);
    }

    @Provide
    Arbitrary<String> useless() {
        return Arbitraries.of(
                "C: yes",
                "C: no",
                "C: purple monkey ladder",
                "C: say that again",
                "C: what can i say",
                "C: are you a robot",
                "C: let me think",
                "C: the first one",
                "C: something else",
                "C: no thursday",
                "C: the date of birth is wrong",
                "C: helen parker",
                "C: six one",
                "C: i'd like to make an appointment",
                "C: i want to reschedule my appointment",
                "C: i want to cancel my appointment",
                "K: 1",
                "K: 2",
                "K: 9",
                "K: 1234",
                "* silent");
    }

    private static List<Act.Say> says(Step step) {
        return step.acts().stream()
                .filter(Act.Say.class::isInstance)
                .map(Act.Say.class::cast)
                .toList();
    }

    /** Everything that is said in one call, looked at when it is said. */
    private static final class Heard implements DeskCall.Watch {
        private final FrontDesk desk;
        private final Instant now;
        private final List<List<String>> onFile;
        private int messages;
        private Optional<DeskCall> talk = Optional.empty();

        Heard(FrontDesk desk, Instant now) {
            this.desk = desk;
            this.now = now;
            this.onFile = List.of(desk.onFile(0, now), desk.onFile(1, now));
        }

        void of(DeskCall watched) {
            talk = Optional.of(watched);
        }

        @Override
        public void after(State before, Input input, Step step) {
            waits(before, input, step);
            for (Act.Say say : says(step)) {
                CATALOGUES.forEach(catalogue -> assertThat(catalogue.text(say))
                        .as("%s in %s", say.id(), catalogue)
                        .isNotBlank()
                        .doesNotContain("{"));
                assertThat(say.slots().values()).as("%s after %s", say, said()).noneMatch(String::isBlank);
                ofOwnersOnly(say);
                if (!say.again() && IN_BOOK.contains(say.id())) {
                    booked(before, input, say);
                }
            }
            if (says(step).stream().anyMatch(say -> !say.again() && IN_INBOX.contains(say.id()))) {
                assertThat(input).isInstanceOf(Input.Committed.class);
                assertThat(desk.messages()).as("messages after %s", said()).isGreaterThan(messages);
            }
            messages = desk.messages();
        }

        private void waits(State before, Input input, Step step) {
            boolean comfort = before.stage() == Stage.CONNECTING && step.acts().size() == 1;
            if (!step.acts().isEmpty() && !comfort) {
                Act last = step.acts().get(step.acts().size() - 1);
                assertThat(last)
                        .as("%s at %s after %s", input, before, said())
                        .isNotInstanceOfAny(Act.Say.class, Act.NotUnderstood.class);
            }
        }

        /** A time or a date of somebody's is said to who has their PIN, or said it themselves. */
        private void ofOwnersOnly(Act.Say say) {
            String slots = String.join(" ", say.slots().values()).toLowerCase(Locale.ROOT);
            boolean helen = gave(FrontDesk.HELEN.pin());
            if (slots.contains("ten ten")) {
                assertThat(helen || gave(FrontDesk.PROXY_PIN))
                        .as("%s after %s", say, said())
                        .isTrue();
            }
            if (slots.contains("ten twenty")) {
                assertThat(helen).as("confidential %s after %s", say, said()).isTrue();
            }
            if (slots.contains("two fifty")) {
                assertThat(gave(FrontDesk.WALTER.pin()))
                        .as("%s after %s", say, said())
                        .isTrue();
            }
            if (slots.contains("nineteen eighty four")) {
                assertThat(said())
                        .as("%s", say)
                        .anyMatch(line -> line.contains("eighty four") || line.contains("1984"));
            }
            if (slots.contains("nineteen fifty one")) {
                assertThat(said()).as("%s", say).anyMatch(line -> line.contains("fifty one") || line.contains("1951"));
            }
        }

        /** Without a PIN nobody's appointment goes or moves. */
        void keptFromOthers() {
            if (!gave(FrontDesk.HELEN.pin()) && !gave(FrontDesk.PROXY_PIN)) {
                assertThat(desk.onFile(0, now)).as("%s", said()).containsAll(onFile.get(0));
            }
            if (!gave(FrontDesk.WALTER.pin())) {
                assertThat(desk.onFile(1, now)).as("%s", said()).containsAll(onFile.get(1));
            }
        }

        private void booked(State before, Input input, Act.Say say) {
            assertThat(input).as("%s after %s", say, said()).isInstanceOf(Input.Committed.class);
            Change change = ((Request.InBook) before.pending().orElseThrow()).change();
            if (change instanceof Change.Book made) {
                assertThat(at(made.hold().offer()))
                        .as("%s after %s", say, said())
                        .isTrue();
            } else if (change instanceof Change.Move move) {
                assertThat(at(move.to().offer())).as("%s after %s", say, said()).isTrue();
                assertThat(desk.of(move.patient(), now))
                        .noneMatch(each -> each.id().equals(move.appointment()));
            } else if (change instanceof Change.Cancel cancel) {
                assertThat(desk.of(cancel.patient(), now))
                        .noneMatch(each -> each.id().equals(cancel.appointment()));
            } else if (change instanceof Change.Confirm confirm) {
                assertThat(desk.of(confirm.patient(), now))
                        .anyMatch(each -> each.id().equals(confirm.appointment())
                                && each.confirmedAt().isPresent());
            }
        }

        private boolean at(Offer offer) {
            return desk.onDay(offer.start().atZone(desk.zone()).toLocalDate(), now).stream()
                    .filter(each ->
                            each.state() == AppointmentState.BOOKED || each.state() == AppointmentState.PROPOSED)
                    .map(Appointment::time)
                    .anyMatch(time -> time.start().equals(offer.start())
                            && time.provider().equals(offer.provider())
                            && time.visitType().equals(offer.visitType()));
        }

        private boolean gave(String pin) {
            return said().stream().anyMatch(line -> gives(line, pin));
        }

        private List<String> said() {
            return talk.map(DeskCall::lines).orElse(List.of());
        }
    }
}
