package org.anteroom.agent.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.media.Wav;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two phones, one PBX, real packets. */
class PhoneTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration TONE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private DemoPbx pbx;
    private MediaEngine engine;
    private Phone caller;
    private Phone called;

    @BeforeEach
    void start() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        pbx = new DemoPbx(
                new PbxPlan(
                        new InetSocketAddress(loopback, 0),
                        "practice.test",
                        List.of(new Extension("5550142", "pw"), new Extension("201", "pw")),
                        Map.of("5550100", "201"),
                        Map.of()),
                Clock.systemUTC());
        engine = new MediaEngine(new MediaSettings(loopback, 42_000, 42_099, 20, 200, false), new MediaCounters());
        caller = new Phone(PhoneSettings.of(pbx, "practice.test", "5550142", "pw"), engine);
        called = new Phone(PhoneSettings.of(pbx, "practice.test", "201", "pw"), engine);
        caller.register(SOON);
        called.register(SOON);
    }

    @AfterEach
    void stop() throws Exception {
        caller.close();
        called.close();
        engine.close();
        pbx.close();
    }

    @Test
    void talkBothWaysAndHearEachOthersTones() throws Exception {
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        called.answering(Answering.after(Duration.ofMillis(200), call -> {
            heard.add(call.hears(440, SOON));
            call.tone(620, TONE);
            call.awaitEnded(SOON);
        }));

        try (PhoneCall call = caller.dial("5550100")) {
            assertThat(call.awaitAnswered(SOON)).isTrue();
            Spoken spoken = call.tone(440, TONE);
            assertThat(spoken.endedNanos() - spoken.startedNanos()).isBetween(800_000_000L, 3_000_000_000L);
            assertThat(call.hears(620, SOON)).isTrue();
            assertThat(heard.poll(15, TimeUnit.SECONDS)).isTrue();
            assertThat(call.packets()).anyMatch(packet -> packet.incoming() && packet.loud());
            assertThat(call.packets()).anyMatch(packet -> !packet.incoming() && packet.loud());
            call.saveHeard(folder.resolve("heard.wav"));
        }
        assertThat(Wav.read(folder.resolve("heard.wav"))).hasSizeGreaterThan(8_000);
        assertThat(called.failures()).isEmpty();
    }

    @Test
    void carriesKeysAndWaitsForTheOtherToFinishSpeaking() throws Exception {
        short[] words = CallerAudio.clip("message-yes").pcm();
        called.answering(Answering.after(Duration.ZERO, call -> {
            call.say(words);
            call.awaitEnded(SOON);
        }));

        try (PhoneCall call = caller.dial("201")) {
            assertThat(call.awaitAnswered(SOON)).isTrue();
            assertThat(call.awaitTurn(Duration.ofMillis(300), SOON)).isTrue();
            call.press('1');
            PhoneCall other = called.nextTaken(SOON).orElseThrow();
            assertThat(other.awaitKey(SOON)).contains('1');
        }
    }

    @Test
    void waitsForNothingAfterTheEnd() throws Exception {
        BlockingQueue<Boolean> heard = new LinkedBlockingQueue<>();
        called.answering(
                Answering.after(Duration.ofMillis(200), call -> heard.add(call.awaitSpeech(Duration.ofMinutes(5)))));

        try (PhoneCall call = caller.dial("5550100")) {
            assertThat(call.awaitAnswered(SOON)).isTrue();
        }

        assertThat(heard.poll(15, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void refusesAsBusyWhenToldSo() throws Exception {
        called.answering(Answering.busy());

        try (PhoneCall call = caller.dial("201")) {
            assertThat(call.awaitEnded(SOON)).isTrue();
            assertThat(call.ending()).contains(new LegEvent.Refused(486));
        }
    }

    @Test
    void ringsWithoutEndUntilTheCallerGivesUp() throws Exception {
        called.answering(Answering.never());

        try (PhoneCall call = caller.dial("201")) {
            assertThat(call.awaitRinging(SOON)).isTrue();
            assertThat(call.answered()).isFalse();
            call.hangUp();
            assertThat(call.awaitEnded(SOON)).isTrue();
        }
        assertThat(called.rung()).isEqualTo(1);
    }

    @Test
    void playsAVoicemailBox() throws Exception {
        called.answering(Answering.voicemail(
                Duration.ofMillis(100), CallerAudio.clip("message-yes").pcm()));

        try (PhoneCall call = caller.dial("201")) {
            assertThat(call.awaitAnswered(SOON)).isTrue();
            assertThat(call.hears(1_000, SOON)).isTrue();
        }
    }

    @Test
    void comesBackToAPbxThatForgotIt() throws Exception {
        pbx.restart();

        BlockingQueue<SipSeen> seen = new LinkedBlockingQueue<>();
        pbx.watch(seen::add);
        called.close();
        called = new Phone(PhoneSettings.of(pbx, "practice.test", "201", "pw"), engine);
        called.register(SOON);
        assertThat(pbx.registered("201")).isTrue();
    }
}
