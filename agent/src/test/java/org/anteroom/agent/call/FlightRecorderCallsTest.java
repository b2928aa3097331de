package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.SipSeen;
import org.anteroom.agent.rehearsal.Spoken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An emergency over real SIP and RTP: what its page tells is what PBX and phones saw on their wires. */
final class FlightRecorderCallsTest {
    private static final Duration SOON = Clinic.SOON;
    /** A busy machine may stamp a packet so late, on either side. */
    private static final long BUSY_MS = 1_000;
    /** Sound waits in the jitter buffer, and a recogniser's word may end a little later than its sound. */
    private static final long WORD_MS = 700;

    private static final int KEYS = 101;

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void closeClinic() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    void thePageOfAnEmergencyTellsWhatWasOnTheWires() throws Exception {
        clinic = Clinic.night(folder, Clinic.ONE_DOCTOR);
        List<SipSeen> sip = new CopyOnWriteArrayList<>();
        BlockingQueue<PhoneCall> taken = new LinkedBlockingQueue<>();
        clinic.phone(Clinic.DOCTOR).answering(Answering.after(Duration.ofMillis(600), call -> {
            clinic.nextLeg("doctor", "told press-one");
            call.awaitSpeech(SOON);
            call.press('1');
            clinic.nextLeg("doctor", "told disclosure");
            call.press('5');
            clinic.nextLeg("doctor", "bridged");
            call.press('*');
            call.press('7');
            clinic.nextLeg("doctor", "told noted");
            taken.add(call);
            call.awaitEnded(SOON);
        }));
        Spoken said;
        List<PacketSeen> phone;
        try (AutoCloseable watch = clinic.pbx.watch(sip::add);
                PhoneCall caller = clinic.greeted()) {
            said = caller.say(CallerAudio.clip("emergency-chest"));
            PhoneCall doctor = taken.poll(60, TimeUnit.SECONDS);
            assertThat(doctor).isNotNull();
            phone = doctor.packets();
        }
        clinic.next(CallEvent.Ended.class, ended -> true);
        clinic.receptionist.close();

        EmergencyLog log =
                new EmergencyLog(clinic.records.store(), clinic.records.vault(), clinic.recordings, Clock.systemUTC());
        Emergency one = OpenStore.await(log.show("test", 1)).orElseThrow().emergency();
        FlightRecord flight = one.flight();
        Wire wire = new Wire(flight.moments(), inviteNanos(), at(flight.moments(), "INVITE out"));

        wire.agrees("INVITE out", sipNanos(sip, seen -> seen.method().equals("INVITE") && seen.status() == 0));
        wire.agrees("rings (180)", sipNanos(sip, seen -> seen.status() == 180));
        wire.agrees("answered (200)", sipNanos(sip, seen -> seen.method().equals("INVITE") && seen.status() == 200));
        wire.agrees("first sound of it sent", first(phone, packet -> packet.incoming() && packet.loud()));
        wire.agrees("key 1", first(phone, packet -> !packet.incoming() && packet.payloadType() == KEYS));
        assertThat(wire.nanos(0))
                .as("the decisive word is in what the caller said")
                .isBetween(said.startedNanos() - Wire.nanosOf(WORD_MS), said.endedNanos() + Wire.nanosOf(WORD_MS));

        assertThat(flight.moments())
                .extracting(Moment::what)
                .containsSubsequence(
                        "INVITE out",
                        "rings (180)",
                        "answered (200)",
                        "is to hear: press-one",
                        "first sound of it sent",
                        "key 1",
                        "is to hear: disclosure",
                        "bridged: the caller and this phone hear each other",
                        "key 7",
                        "marked it a false alarm");
        assertThat(flight.moments()).extracting(Moment::what).contains("our speech has stopped");
        assertThat(flight.reason().grade()).isEqualTo("ALARM");
        assertThat(flight.reason().words()).contains("chest");
        assertThat(flight.reason().found()).contains("by ");
        assertThat(flight.takenBy()).contains("doctor");
        assertThat(flight.over()).isPresent();
        assertThat(one.verdict()).contains(Judgement.Verdict.FALSE_ALARM);
        assertThat(one.judgements()).extracting(Judgement::by).containsExactly("doctor");
        assertThat(flight.moments().toString()
                        + flight.moments().stream().map(Moment::what).toList())
                .as("numbers of phones; those of a time may hold the same digits")
                .doesNotContainPattern("(?<!\\d)" + Clinic.CALLER + "(?!\\d)")
                .doesNotContainPattern("(?<!\\d)" + Clinic.DOCTOR + "(?!\\d)");
    }

    /** The page's clock beside that of the wires: both are this process's, tied to each other by the INVITE. */
    private record Wire(List<Moment> moments, long inviteNanos, long inviteMs) {
        static long nanosOf(long ms) {
            return TimeUnit.MILLISECONDS.toNanos(ms);
        }

        long nanos(long ms) {
            return inviteNanos + nanosOf(ms - inviteMs);
        }

        void agrees(String what, long nanos) {
            long told = nanos(at(moments, what));
            assertThat(Math.abs(told - nanos))
                    .as("%s: told and seen, ns apart", what)
                    .isLessThan(nanosOf(BUSY_MS));
        }
    }

    private static long at(List<Moment> moments, String what) {
        return moments.stream()
                .filter(moment -> moment.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not in "
                        + moments.stream().map(Moment::what).toList()))
                .ms();
    }

    private long inviteNanos() {
        return clinic.all.stream()
                .filter(CallEvent.Outbound.class::isInstance)
                .map(CallEvent.Outbound.class::cast)
                .filter(leg -> leg.what().equals("invite"))
                .findFirst()
                .orElseThrow()
                .nanos();
    }

    /** Of messages about the doctor's phone. */
    private static long sipNanos(List<SipSeen> sip, Predicate<SipSeen> fits) {
        return sip.stream()
                .filter(seen -> seen.to().equals(Clinic.DOCTOR))
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such message in " + sip))
                .nanos();
    }

    private static long first(List<PacketSeen> packets, Predicate<PacketSeen> fits) {
        return packets.stream().filter(fits).findFirst().orElseThrow().nanos();
    }
}
