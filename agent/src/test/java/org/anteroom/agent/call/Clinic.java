package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.DeskFirst;
import org.anteroom.agent.config.EmergencyPlan;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallGroup;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.HealthAlarms;
import org.anteroom.agent.notice.Outlet;
import org.anteroom.agent.practice.CallBacks;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Timetable;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.reception.CodeSender;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.rehearsal.RawPhone;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.LineSettings;
import org.anteroom.agent.sip.Secret;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.sip.Transport;
import org.anteroom.media.MediaEngine;

/** A practice in one process: PBX, phones, and the receptionist with everything real behind it. */
final class Clinic extends CallsSeen implements AutoCloseable {
    static final String NUMBER = "5550100";
    static final String CALLER = "2125550111";
    static final String DOCTOR = "201";
    static final String NURSE = "202";
    static final String DESK = "300";
    /** A patient's, as it is on file. */
    static final String HOME = "2125550122";
    /** Phones without a name of their own. */
    static final List<String> OTHERS =
            List.of("211", "212", "213", "214", "215", "216", "217", "221", "222", "223", "298");

    /** Whom the practice's emergencies ring. */
    static final String ONE_DOCTOR =
            """
            [[oncall.group]]
            name = "doctors"
            ring-seconds = 10
            [[oncall.group.target]]
            name = "doctor"
            number = "201"
            """;

    /** What a raw phone answers with: sound that goes nowhere. */
    static final String RAW_SOUND = String.join(
            "\r\n",
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "c=IN IP4 127.0.0.1",
            "t=0 0",
            "m=audio 30300 RTP/AVP 0",
            "");

    /** As in the installed program: what a caller waits for in an emergency is not synthesised first. */
    private static final List<TemplateId> RENDERED = List.of(
            TemplateId.GREETING_EMERGENCY, TemplateId.CONNECTING, TemplateId.ON_HOLD, TemplateId.ALL_FAILED_CALL_911);

    private static final String DOMAIN = "practice.test";
    private static final String AGENT = "100";
    /** A Saturday night: the office is closed. */
    private static final Instant NIGHT = Instant.parse("2026-11-21T23:00:00Z");

    private static final Instant OPEN = Instant.parse("2026-11-23T15:00:00Z");

    final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    final DemoPbx pbx;
    final OpenStore records;
    final Receptionist receptionist;
    final CallLog calls;
    final Recordings recordings;
    final MediaEngine agentMedia;
    private final MediaEngine phoneMedia;
    private final Line line;
    private final Inbox inbox;
    private final LocalBook book;
    private final Clock clock;
    private final Alarms alarming;
    private final HealthAlarms healthAlarms;
    private final List<Phone> phones = new CopyOnWriteArrayList<>();

    static Clinic night(Path folder, String more) throws Exception {
        return new Clinic(folder, NIGHT, more, false);
    }

    /** The same; each group rings for two seconds, a phone has two to accept, all are rung again after one. */
    static Clinic hasty(Path folder, String more) throws Exception {
        return new Clinic(
                folder, NIGHT, more, false, Senses.shared().meaning, Clinic::hastened, UnaryOperator.identity());
    }

    /** The same, where a phone that answered has time to accept also while the machine has much else to say. */
    static Clinic hastyAndPatient(Path folder, String more) throws Exception {
        return new Clinic(
                folder,
                NIGHT,
                more,
                false,
                Senses.shared().meaning,
                config -> hastened(config, 20),
                UnaryOperator.identity());
    }

    static Clinic open(Path folder, String more) throws Exception {
        return new Clinic(folder, OPEN, more, false);
    }

    /** A clinic whose records can't be used. */
    static Clinic emergencyOnly(Path folder, String more) throws Exception {
        return new Clinic(folder, NIGHT, more, true);
    }

    /** A clinic at night with another judge of what callers mean. */
    static Clinic judging(Path folder, Scorer scorer) throws Exception {
        return new Clinic(folder, NIGHT, ONE_DOCTOR, false, scorer, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** A clinic at night that hands calls to its PBX by this rule. */
    static Clinic handing(Path folder, String more, HandBackRule rule) throws Exception {
        return new Clinic(
                folder,
                NIGHT,
                more,
                false,
                Senses.shared().meaning,
                UnaryOperator.identity(),
                settings -> settings.handing(rule));
    }

    /** An open clinic where calls are put to the desk first while this says so. */
    static Clinic deskFirst(Path folder, String more, Supplier<Optional<DeskFirst>> first) throws Exception {
        return new Clinic(
                folder,
                OPEN,
                more,
                false,
                Senses.shared().meaning,
                UnaryOperator.identity(),
                settings -> settings.deskFirst(first));
    }

    private Clinic(Path folder, Instant now, String more, boolean emergencyOnly) throws Exception {
        this(
                folder,
                now,
                more,
                emergencyOnly,
                Senses.shared().meaning,
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    private Clinic(
            Path folder,
            Instant now,
            String more,
            boolean emergencyOnly,
            Scorer scorer,
            UnaryOperator<OncallConfig> pace,
            UnaryOperator<CallSettings> choosing)
            throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        clock = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), now));
        pbx = new DemoPbx(
                new PbxPlan(
                        new InetSocketAddress(loopback, 0),
                        DOMAIN,
                        Stream.concat(Stream.of(AGENT, CALLER, DOCTOR, NURSE, DESK, HOME), OTHERS.stream())
                                .map(name -> new PbxPlan.Extension(name, "pw"))
                                .toList(),
                        Map.of(NUMBER, AGENT),
                        Map.of()),
                clock);
        Senses senses = Senses.shared();
        records = new OpenStore(folder);
        agentMedia = Senses.media(30_100, 30_199);
        phoneMedia = Senses.media(30_200, 30_299);
        Config config = Config.load(Files.writeString(folder.resolve("anteroom.toml"), toml(more)));
        inbox = new Inbox(records.store(), records.vault(), clock);
        book = LocalBook.open(
                records.store(), records.vault(), Timetable.of(config.practice(), List.of()), clock.instant());
        calls = new CallLog(records.store(), records.vault(), clock);
        recordings = Recordings.open(records.data(), records.vault());
        SpokenPrompts prompts = new SpokenPrompts(senses.voice);
        for (TemplateId id : RENDERED) {
            prompts.keep(senses.rendered(id));
        }
        OncallConfig oncall = pace.apply(config.oncall());
        alarming = new Alarms(
                List.of(Outlet.direct("test", (notice, desk) -> alarms.addAll(notice.alarms()), records.counters())),
                AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
                clock,
                records.counters());
        healthAlarms = HealthAlarms.watch(records.health(), alarming);
        receptionist = new Receptionist(new CallParts(
                choosing.apply(with(
                        oncall, emergencyOnly ? CallSettings.of(EmergencyPlan.of(config)) : CallSettings.of(config))),
                () -> OnCall.of(oncall, List.of(), config.practice().timezone()),
                agentMedia,
                senses.ears,
                prompts,
                senses.detector,
                Optional.of(scorer),
                Optional.of(senses.meanings),
                new Conversation(DialogueSettings.of(config.afterHours())),
                senses.catalogue,
                emergencyOnly
                        ? Optional.empty()
                        : Optional.of(new CallRecords(
                                calls, inbox, new Reception(book, config::identity, CodeSender.NONE), recordings)),
                alarming,
                records.health(),
                records.counters(),
                new LatencyLog(),
                this::happened,
                clock));
        line = new Line(
                LineSettings.of(
                        new LineSettings.Pbx(
                                loopback.getHostAddress(), pbx.address().getPort(), Transport.UDP, DOMAIN),
                        LineSettings.Account.of(AGENT, Secret.of("pw")),
                        new LineSettings.Local(Optional.of(loopback), 0)),
                new SipCounters(),
                receptionist);
        receptionist.serve(line);
        line.start();
        awaitRegistered(true);
    }

    private static CallSettings with(OncallConfig oncall, CallSettings settings) {
        return new CallSettings(
                settings.practice(),
                settings.media(),
                settings.calls(),
                oncall,
                settings.desk(),
                settings.handBack(),
                settings.mode(),
                settings.inForce(),
                settings.services());
    }

    /** Shorter than a configuration may be: it is for people, who need longer than phones of a test. */
    private static OncallConfig hastened(OncallConfig config) {
        return hastened(config, 2);
    }

    private static OncallConfig hastened(OncallConfig config, int acceptSeconds) {
        return new OncallConfig(
                config.acceptKey(),
                acceptSeconds,
                config.emergencyKey(),
                1,
                config.allFailed(),
                config.keys(),
                config.handBack(),
                config.groups().stream()
                        .map(group -> new OncallGroup(group.name(), 2, group.categories(), group.targets()))
                        .toList(),
                config.people(),
                config.rotas());
    }

    /** A registered phone; closed with the clinic. */
    Phone phone(String extension) throws Exception {
        Phone phone = new Phone(PhoneSettings.of(pbx, DOMAIN, extension, "pw"), phoneMedia);
        phones.add(phone);
        phone.register(SOON);
        return phone;
    }

    /** A registered phone of bare text; the test closes it. */
    RawPhone raw(String extension) throws Exception {
        RawPhone phone = new RawPhone(pbx.address(), extension, "pw");
        assertThat(phone.authenticated("REGISTER", extension, "Expires: 60\r\n"))
                .startsWith("SIP/2.0 200");
        return phone;
    }

    /** A call of the caller's phone in which the agent has begun to speak. */
    PhoneCall greeted() throws Exception {
        PhoneCall call = call(phone(CALLER));
        assertThat(call.awaitSpeech(SOON)).isTrue();
        return call;
    }

    /**
     * Calls the practice and waits for the answer. A machine so busy that the receptionist withdraws for a moment is no
     * fault, nor are ports that the clock has not freed yet: the call is made again.
     */
    PhoneCall call(Phone phone) throws Exception {
        long deadline = System.nanoTime() + SOON.multipliedBy(2).toNanos();
        while (System.nanoTime() < deadline) {
            awaitRegistered(true);
            PhoneCall call = phone.dial(NUMBER);
            if (call.awaitAnswered(SOON)) {
                return call;
            }
            call.close();
        }
        throw new AssertionError(
                "the call was not answered; health: " + records.health().reports());
    }

    CallBacks callBacks() {
        return new CallBacks(records.store(), records.vault(), clock);
    }

    /** Looks after promised call-backs, as the service does; the test closes it. */
    CallBackRounds callBackRounds() {
        return CallBackRounds.start(
                callBacks(), receptionist.phoning(), () -> Optional.of(NURSE), alarming, clock, ZoneOffset.UTC);
    }

    List<Message> messages() throws Exception {
        return OpenStore.await(inbox.list("test", 10));
    }

    /** Puts a patient on file. */
    void enrol(String name, LocalDate birth) throws Exception {
        PatientDetails details = new PatientDetails(
                name, Optional.of(birth), Optional.empty(), Optional.empty(), false, Optional.empty());
        Patient unused = OpenStore.await(book.patients().enrol(details, Asker.staff("test"), clock.instant()));
    }

    /** Puts a patient on file with a number, and an appointment of theirs in the book. */
    Appointment enrol(String name, LocalDate birth, String number, Offer time) throws Exception {
        PatientDetails details = new PatientDetails(
                name, Optional.of(birth), Optional.of(number), Optional.empty(), false, Optional.empty());
        Patient patient = OpenStore.await(book.patients().enrol(details, Asker.staff("test"), clock.instant()));
        Visit visit = new Visit(patient.id(), false, false, false, false, Optional.empty());
        return OpenStore.await(book.book(time, visit, Asker.staff("test"), clock.instant()))
                .kept()
                .orElseThrow();
    }

    /** Whose time is kept on a day. */
    List<Appointment> booked(LocalDate day) throws Exception {
        return OpenStore.await(book.onDay(day, Optional.empty(), Asker.staff("test"), clock.instant()));
    }

    void awaitRegistered(boolean registered) throws Exception {
        BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
        try (AutoCloseable watch = pbx.watch(message -> seen.add(true))) {
            long deadline = System.nanoTime() + SOON.toNanos();
            while (pbx.registered(AGENT) != registered) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("registered is still " + !registered);
                }
                seen.poll(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private String toml(String more) {
        return """
                [practice]
                name = "Maple Street Clinic"
                type = "medical"
                timezone = "UTC"

                [practice.hours]
                monday = ["08:00-17:00"]

                [sip]
                pbx = "127.0.0.1"
                pbx-port = %d
                user = "100"
                password = "pw"
                bind = "127.0.0.1"
                port = 5060

                [media]
                bind = "127.0.0.1"
                first-port = 30100
                last-port = 30199

                [records]
                folder = "data"
                key-file = "records.key"

                [control]
                socket = "control"

                %s
                """
                .formatted(pbx.address().getPort(), more);
    }

    Held held() {
        return new Held(records.counters(), agentMedia, line);
    }

    @Override
    public void close() throws Exception {
        receptionist.close(Duration.ZERO);
        for (Phone phone : phones) {
            phone.close();
        }
        line.close();
        healthAlarms.close();
        agentMedia.close();
        phoneMedia.close();
        records.close();
        pbx.close();
    }
}
