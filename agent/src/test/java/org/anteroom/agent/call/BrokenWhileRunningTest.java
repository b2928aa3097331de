package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.Codec;
import org.anteroom.media.RtpPort;
import org.anteroom.media.StreamDescription;
import org.anteroom.media.Subscription;
import org.anteroom.speech.Ear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something breaks while calls are served: real SIP, RTP, recognition, database, and faults as real as a test can make them. */
final class BrokenWhileRunningTest {
    private static final Duration SOON = Clinic.SOON;
    private static final int FRAME = 160;
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private final BlockingQueue<Health.Report> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> bridged = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> doctorHears = new LinkedBlockingQueue<>();
    private Clinic clinic;
    private Phone caller;

    @BeforeEach
    void open() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        clinic.records.health().onChange(changes::add);
        caller = clinic.phone(Clinic.CALLER);
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ZERO, call -> {
            call.press('1');
            // What is said to the doctor before holds a 440 Hz now and then.
            bridged.poll(30, TimeUnit.SECONDS);
            while (call.ending().isEmpty()) {
                call.listenAfresh();
                doctorHears.add(call.hears(440, SOON));
                call.tone(620, Duration.ofSeconds(1));
            }
        }));
    }

    @AfterEach
    void close() throws Exception {
        clinic.close();
    }

    @Test
    void whileTheDiskIsFullNewCallsAreServedForEmergenciesOnlyAndAllAgainWhenThereIsRoom() throws Exception {
        try (PhoneCall before = clinic.call(caller)) {
            fill();
            awaitChange(Condition.RECORDS, false);
            assertThat(lastAlarm(Alarm.Kind.RECORDS))
                    .contains("records.db is full. Free some space")
                    .contains("Until then only emergencies are served and nothing is stored.");

            assertThat(before.ending()).as("the call in progress").isEmpty();
            wishesAMessage(before);
            clinic.nextSaid(TemplateId.TAKING_MESSAGE);
        }
        try (PhoneCall during = clinic.call(caller)) {
            wishesAMessage(during);
            clinic.nextSaid(TemplateId.EMERGENCY_ONLY_AGAIN);
            emergencyReachesTheDoctor(during);
        }

        free();
        awaitChange(Condition.RECORDS, true);
        assertThat(clinic.alarms).as("over was told").hasSizeGreaterThan(1);
        try (PhoneCall after = clinic.call(caller)) {
            wishesAMessage(after);
            clinic.nextSaid(TemplateId.TAKING_MESSAGE);
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        assertThat(OpenStore.await(clinic.calls.show("test", 2)).orElseThrow().lines())
                .as("what was decided while the disk was full is on record afterwards")
                .anyMatch(line -> line.kind().equals("DECISION"));
    }

    @Test
    void aDatabaseThatIsDamagedLeavesEmergenciesServedUntilTheRestart() throws Exception {
        damage();
        clinic.records.store().inspect();
        OpenStore.await(clinic.records.store().write(unit -> 1));
        awaitChange(Condition.RECORDS, false);
        assertThat(lastAlarm(Alarm.Kind.RECORDS))
                .contains("records.db is damaged. Move the folder away, restore a backup, and start again.")
                .contains("only emergencies are served");

        try (PhoneCall call = clinic.call(caller)) {
            emergencyReachesTheDoctor(call);
        }
        assertThat(clinic.records.health().ok(Condition.RECORDS))
                .as("no write that succeeds by chance mends it")
                .isFalse();
    }

    @Test
    void withARecogniserThatHangsOrALateClockNewCallsGoToThePbxAndAnEmergencyIsNotCut() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (PhoneCall call = clinic.call(caller)) {
            emergencyReachesTheDoctor(call);

            try (Ear stuck = Senses.shared().ears.open(heard -> awaitQuietly(hanging))) {
                say(stuck, CallerAudio.clip("emergency-word").pcm());
                clinic.awaitRegistered(false);
                awaitAlarm("The recogniser has not decoded a frame for");
                assertThat(refusal()).isEqualTo("refused 503");
                bothHear(call);
            } finally {
                hanging.countDown();
            }
            clinic.awaitRegistered(true);

            stallTheClock();
            clinic.awaitRegistered(false);
            awaitAlarm("Sound leaves late by up to");
            assertThat(refusal()).isEqualTo("refused 503");
            bothHear(call);
            assertThat(call.ending()).isEmpty();
        }
    }

    // ---- faults

    /** The page limit makes SQLite itself report a full disk, on the same path as a real one. */
    private void fill() throws Exception {
        OpenStore.await(clinic.records.store().write(unit -> {
            int pages = unit.handle()
                    .createQuery("pragma page_count")
                    .mapTo(Integer.class)
                    .one();
            return unit.handle().execute("pragma max_page_count = " + pages);
        }));
        var unused = clinic.records.store().write(unit -> unit.handle()
                .execute("update probe set room = zeroblob(1000000)"));
    }

    private void free() throws Exception {
        OpenStore.await(clinic.records.store().write(unit -> unit.handle().execute("pragma max_page_count = 1000000")));
    }

    /** Overwrites the last pages of the file, as a bad disk does. */
    private void damage() throws Exception {
        OpenStore.await(clinic.records.store().write(unit -> unit.handle()
                .execute("update probe set room = zeroblob(200000)")));
        Path file = clinic.records.data().resolve("records.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        byte[] rubbish = new byte[PAGE * 8];
        Arrays.fill(rubbish, (byte) 77);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() - rubbish.length);
            bytes.write(rubbish);
        }
    }

    private static void say(Ear ear, short[] pcm) throws Exception {
        for (int at = 0; at + FRAME <= pcm.length; at += FRAME) {
            ear.hear(Arrays.copyOfRange(pcm, at, at + FRAME));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean unused = latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A listener that takes 1.2 s holds the one clock of all sound. */
    private void stallTheClock() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        try (RtpPort port = clinic.agentMedia.open();
                Subscription tap = port.record((in, out, at) -> {
                    if (stalled.getCount() > 0) {
                        stalled.countDown();
                        awaitQuietly(new CountDownLatch(1), Duration.ofMillis(1_200));
                    }
                })) {
            port.connect(new StreamDescription(
                    new InetSocketAddress("127.0.0.1", port.localPort()),
                    Codec.PCMU,
                    0,
                    OptionalInt.empty(),
                    20,
                    false,
                    false));
            assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void awaitQuietly(CountDownLatch latch, Duration time) {
        try {
            boolean unused = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- calls

    private void wishesAMessage(PhoneCall call) throws Exception {
        assertThat(call.awaitSpeech(SOON)).isTrue();
        call.say(CallerAudio.clip("message-wish"));
    }

    private void emergencyReachesTheDoctor(PhoneCall call) throws Exception {
        assertThat(call.awaitSpeech(SOON)).isTrue();
        call.say(CallerAudio.clip("emergency-breathe"));
        assertThat(clinic.next(CallEvent.Decided.class, decided -> true).grade())
                .isEqualTo("ALARM");
        clinic.nextLeg("doctor", "bridged");
        bridged.add(true);
        bothHear(call);
    }

    private void bothHear(PhoneCall call) throws Exception {
        doctorHears.clear();
        call.listenAfresh();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (doctorHears.isEmpty() && System.nanoTime() < deadline) {
            call.tone(440, Duration.ofSeconds(1));
        }
        assertThat(doctorHears.poll()).as("the doctor hears the caller").isTrue();
        assertThat(call.hears(620, SOON)).as("the caller hears the doctor").isTrue();
    }

    private String refusal() {
        List<String> answers = new ArrayList<>();
        clinic.receptionist.incoming(
                new Unplugged.Leg(answers),
                new Invitation(Optional.of(Clinic.CALLER), Optional.empty(), Clinic.NUMBER, List.of()));
        return String.join(", ", answers);
    }

    private void awaitChange(Condition condition, boolean ok) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < deadline) {
            Health.Report report = changes.poll(100, TimeUnit.MILLISECONDS);
            if (report != null && report.condition() == condition && report.ok() == ok) {
                return;
            }
        }
        throw new AssertionError(condition + " did not become " + ok + ": "
                + clinic.records.health().reports());
    }

    /** On a busy machine the clock may be late before the recogniser is missed, so both may be told. */
    private void awaitAlarm(String words) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (clinic.alarms.stream().noneMatch(alarm -> alarm.sentence().contains(words))) {
            assertThat(System.nanoTime()).as("%s: %s", words, clinic.alarms).isLessThan(deadline);
            Health.Report unused = changes.poll(50, TimeUnit.MILLISECONDS);
        }
    }

    private String lastAlarm(Alarm.Kind kind) {
        return clinic.alarms.stream()
                .filter(alarm -> alarm.kind() == kind)
                .reduce((one, other) -> other)
                .map(Alarm::sentence)
                .orElse("none");
    }
}
