package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.CallersSide;
import org.anteroom.agent.rehearsal.PbxFault;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.RawPhone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the phone that is rung first, the caller hears us without a break and reaches the next, over real SIP
 *  and RTP.
 */
final class FirstPhoneFailsTest {
    private static final double NURSE_HZ = 660;
    private static final String NURSE_NEXT = group("nurses", List.of("nurse"), List.of(Clinic.NURSE));
    /** Ways in which a phone, its PBX or the trunk refuse at once, and what is noted of each. */
    private static final List<PbxFault> REFUSALS = List.of(
            PbxFault.MOVED,
            PbxFault.TIMED_OUT,
            PbxFault.BUSY,
            PbxFault.FAULTY,
            PbxFault.BROKEN,
            PbxFault.BUSY_EVERYWHERE,
            PbxFault.DECLINED);

    @TempDir
    Path folder;

    private Clinic clinic;

    @AfterEach
    void close() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
    }

    @Test
    void phonesThatRefuseOrFailAtOnceCostNoTime() throws Exception {
        List<String> refusing = REFUSALS.stream().map(PbxFault::name).toList();
        List<String> failing = List.of("unknown", "switched off", "forwarded to us", "picks up and hangs up", "deaf");
        clinic = Clinic.hasty(
                folder,
                group("first", refusing, Clinic.OTHERS)
                        + group("second", failing, List.of("299", "298", "221", "222", "223"))
                        + NURSE_NEXT);
        for (int i = 0; i < REFUSALS.size(); i++) {
            clinic.pbx.fail(Clinic.OTHERS.get(i), REFUSALS.get(i));
        }
        clinic.pbx.divert("221", "100");
        clinic.phone("222").answering(Answering.after(Duration.ZERO, PhoneCall::hangUp));
        clinic.phone(Clinic.NURSE).answering(OnCallPerson.talking(NURSE_HZ));
        try (RawPhone deaf = clinic.raw("223");
                PhoneCall caller = clinic.greeted()) {
            CallersSide side = CallersSide.of(caller);
            caller.press('*');
            String noCodecOfOurs = Clinic.RAW_SOUND.replace("RTP/AVP 0", "RTP/AVP 18");
            deaf.answer(deaf.receive("INVITE"), "200 OK", "d", noCodecOfOurs);
            reachesTheNurse(caller, side);
        }
        assertThat(REFUSALS).allSatisfy(refusal -> assertThat(clinic.steps(refusal.name()))
                .as(refusal.name())
                .containsExactly("invite", "refused " + refusal.status(), "released"));
        assertThat(clinic.steps("unknown")).contains("refused 404");
        assertThat(clinic.steps("switched off")).contains("refused 480");
        assertThat(clinic.steps("forwarded to us")).as("a loop").contains("refused 486");
        assertThat(clinic.steps("picks up and hangs up")).contains("answered", "ended REMOTE_HANG_UP");
        assertThat(clinic.steps("deaf")).contains("ended NO_COMMON_MEDIA");
    }

    @Test
    void phonesThatLetTheirTimePassNeverHaveTheCallerAndTheNextIsRung() throws Exception {
        List<String> late = List.of("rings unheard", "kept trying", "early media", "voicemail", "wrong keys");
        clinic = Clinic.hasty(folder, group("late", late, Clinic.OTHERS) + NURSE_NEXT);
        clinic.phone("211").answering(Answering.never());
        clinic.pbx.fail("212", PbxFault.SILENT);
        short[] greeting = CallerAudio.clip("voicemail-yes").pcm();
        clinic.phone("214").answering(Answering.voicemail(Duration.ZERO, greeting));
        clinic.phone("215").answering(Answering.after(Duration.ZERO, call -> {
            // At once: all of them must fit into the time to accept, on a busy machine as well.
            "209*#".chars().forEach(key -> call.press((char) key));
            call.tone(CallersSide.MUSIC_HZ, Clinic.SOON);
        }));
        clinic.phone(Clinic.NURSE).answering(OnCallPerson.talking(NURSE_HZ));
        try (PhoneCall caller = clinic.greeted();
                EarlyMediaPhone early = new EarlyMediaPhone(clinic.raw("213"))) {
            CallersSide side = CallersSide.of(caller);
            caller.press('*');
            reachesTheNurse(caller, side);
            early.hasPlayed();
            for (String phone : List.of("rings unheard", "kept trying", "early media")) {
                clinic.awaitStep(phone, "cancelled");
                assertThat(clinic.steps(phone)).as(phone).doesNotContain("answered");
            }
            for (String phone : List.of("voicemail", "wrong keys")) {
                clinic.awaitStep(phone, "dropped");
                assertThat(clinic.steps(phone))
                        .as(phone)
                        .contains("told press-one")
                        .doesNotContain("told disclosure", "bridged");
            }
            assertThat(clinic.steps("wrong keys")).contains("key 2", "key 0", "key 9", "key *", "key #");
        }
    }

    @Test
    void aPhoneThatQueuesUsBehindAnotherCallIsWaitedForAndAnswers() throws Exception {
        clinic = Clinic.hasty(folder, Clinic.ONE_DOCTOR + NURSE_NEXT);
        try (RawPhone doctor = clinic.raw(Clinic.DOCTOR);
                PhoneCall caller = clinic.greeted()) {
            CallersSide side = CallersSide.of(caller);
            caller.press('*');
            String invite = doctor.receive("INVITE");
            doctor.answer(invite, "180 Ringing", "d");
            doctor.answer(invite, "182 Queued", "d");
            doctor.answer(invite, "180 Ringing", "d");
            clinic.nextLeg("doctor", "ringing");
            doctor.answer(invite, "200 OK", "d", Clinic.RAW_SOUND);
            clinic.nextLeg("doctor", "told press-one");
            side.isUnbroken();
        }
        assertThat(clinic.steps("nurse")).as("the next phone").doesNotContain("invite");
    }

    private void reachesTheNurse(PhoneCall caller, CallersSide side) throws Exception {
        clinic.nextLeg("nurse", "bridged");
        side.isUnbroken();
        assertThat(caller.hears(NURSE_HZ, Clinic.SOON)).as("the nurse").isTrue();
    }

    private static String group(String name, List<String> names, List<String> numbers) {
        return Stream.concat(
                        Stream.of("[[oncall.group]]\nname = \"" + name + "\"\nring-seconds = 20\n"),
                        IntStream.range(0, names.size())
                                .mapToObj(i -> "[[oncall.group.target]]\nname = \"" + names.get(i) + "\"\nnumber = \""
                                        + numbers.get(i) + "\"\n"))
                .collect(Collectors.joining());
    }
}
