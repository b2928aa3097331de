package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.TransferVerdict;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the PBX is asked, how long its verdict is waited for, and what comes of it; time is the test's. */
class HandBackTest implements HandBack.Bridge {
    private static final HandBackRule RULE = new HandBackRule(Set.of(TargetKind.PERSON), Duration.ofSeconds(10));
    private static final LegEvent ENDED = new LegEvent.Ended(EndCause.REMOTE_HANG_UP);

    private final List<String> done = new ArrayList<>();
    private final HandBack handBack = new HandBack(RULE, this);
    private MediaEngine media;
    private RtpPort caller;
    private FarLeg phone;
    private FarLeg other;

    @BeforeEach
    void bridge() throws Exception {
        media = Senses.media(30_360, 30_379);
        caller = media.open();
        SpokenPrompts prompts = new SpokenPrompts(Senses.shared().voice);
        phone = new FarLeg(1, "doctor", media.open(), prompts, mail -> {});
        other = new FarLeg(2, "nurse", media.open(), prompts, mail -> {});
        phone.bridge(List.of(caller));
    }

    @AfterEach
    void close() throws Exception {
        phone.close();
        other.close();
        caller.close();
        media.close();
    }

    @Test
    void asksOnceTheTwoHaveTalkedForTenSecondsAndNeverAgain() {
        passes(0, phone);
        passes(9_950, phone);
        assertThat(done).isEmpty();
        passes(10_000, phone);
        assertThat(done).containsExactly("asked the PBX to take over", "ask");
        handBack.verdict(phone, new TransferVerdict.Refused(404), at(10_100));
        passes(30_000, phone);
        assertThat(done).containsExactly("asked the PBX to take over", "ask", "not handed to the PBX: status 404");
    }

    @Test
    void holdAndReInvitesBeginTheTenSecondsAnew() {
        passes(0, phone);
        handBack.disturbed(at(5_000));
        passes(14_950, phone);
        handBack.tick(Optional.of(phone), true, at(14_960));
        passes(24_950, phone);
        phone.unbridge();
        passes(24_960, phone);
        phone.bridge(List.of(caller));
        passes(34_950, phone);
        assertThat(done).isEmpty();
        passes(34_960, phone);
        assertThat(done).hasSize(2);
    }

    @Test
    void anotherPhonesTimeIsItsOwn() {
        passes(0, phone);
        phone.unbridge();
        other.bridge(List.of(caller));
        passes(9_000, other);
        passes(18_950, other);
        assertThat(done).isEmpty();
        passes(19_000, other);
        assertThat(done).hasSize(2);
    }

    @Test
    void whoUsesOurKeysIsNotHandedOver() {
        passes(0, phone);
        handBack.key(phone, at(1_000));
        passes(60_000, phone);
        assertThat(done).isEmpty();
    }

    @Test
    void keysBeforeTheBridgeDoNotCount() {
        handBack.key(other, at(0));
        phone.unbridge();
        other.bridge(List.of(caller));
        passes(0, other);
        passes(10_000, other);
        assertThat(done).hasSize(2);
    }

    @Test
    void aPhoneThatLeavesBetweenQuestionAndVerdictIsWaitedForTwoSeconds() {
        asked();
        assertThat(handBack.phoneLeft(phone, ENDED, at(10_500))).isTrue();
        passes(12_450, phone);
        assertThat(done).containsExactly("comfort");
        passes(12_500, phone);
        assertThat(done).containsExactly("comfort", "phone left");
        handBack.verdict(phone, new TransferVerdict.Joined(), at(12_600));
        assertThat(done).as("somebody else is rung already").containsExactly("comfort", "phone left");
    }

    @Test
    void aPhoneThatWasReplacedIsNoHangUp() {
        asked();
        handBack.phoneLeft(phone, ENDED, at(10_500));
        handBack.verdict(phone, new TransferVerdict.Joined(), at(10_520));
        passes(60_000, phone);
        assertThat(done).containsExactly("comfort", "handed to the PBX", "handed");
    }

    @Test
    void aCallerWhoLeavesBetweenQuestionAndVerdictIsToldAfterTwoSeconds() {
        asked();
        handBack.callerLeft("REMOTE_HANG_UP", at(10_500));
        assertThat(done).isEmpty();
        passes(12_500, phone);
        assertThat(done).containsExactly("caller left REMOTE_HANG_UP");
    }

    @Test
    void withoutQuestionEveryHangUpIsToldAtOnce() {
        passes(0, phone);
        assertThat(handBack.phoneLeft(other, ENDED, at(10))).isFalse();
        assertThat(handBack.phoneLeft(phone, new LegEvent.Refused(486), at(10))).isFalse();
        assertThat(handBack.phoneLeft(phone, ENDED, at(10))).isTrue();
        handBack.callerLeft("REMOTE_HANG_UP", at(20));
        assertThat(done).containsExactly("phone left", "caller left REMOTE_HANG_UP");
    }

    @Test
    void aVerdictThatComesMuchLaterIsStillOneAlsoWhenTheReplacedLegEndsBeforeIt() {
        asked();
        passes(60_000, phone);
        handBack.phoneLeft(phone, ENDED, at(60_010));
        handBack.verdict(phone, new TransferVerdict.Joined(), at(60_020));
        assertThat(done).containsExactly("comfort", "handed to the PBX", "handed");
    }

    @Test
    void withoutAnyVerdictAHangUpIsOneTwoSecondsLater() {
        asked();
        passes(60_000, phone);
        handBack.phoneLeft(phone, ENDED, at(60_010));
        passes(62_010, phone);
        assertThat(done).containsExactly("comfort", "phone left");
    }

    @Test
    void aVerdictAboutAPhoneWeHavePartedIsNotBelieved() {
        asked();
        handBack.parted(phone, at(10_100));
        handBack.verdict(phone, new TransferVerdict.Joined(), at(10_200));
        handBack.verdict(other, new TransferVerdict.Joined(), at(10_300));
        assertThat(done).isEmpty();
    }

    private void asked() {
        passes(0, phone);
        passes(10_000, phone);
        done.clear();
    }

    private void passes(long ms, FarLeg bridged) {
        handBack.tick(Optional.of(bridged), false, at(ms));
    }

    private static long at(long ms) {
        return Duration.ofMillis(ms).toNanos();
    }

    @Override
    public void ask(FarLeg leg) {
        done.add("ask");
    }

    @Override
    public void comfort(FarLeg leg) {
        done.add("comfort");
    }

    @Override
    public void phoneLeft(FarLeg leg, LegEvent event, long nanos) {
        done.add("phone left");
    }

    @Override
    public void callerLeft(String why, long nanos) {
        done.add("caller left " + why);
    }

    @Override
    public void handed(long nanos) {
        done.add("handed");
    }

    @Override
    public void noted(FarLeg leg, String what, long nanos) {
        done.add(what);
    }
}
