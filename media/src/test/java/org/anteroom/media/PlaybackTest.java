package org.anteroom.media;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.anteroom.media.PlaybackListener.Event;
import org.junit.jupiter.api.Test;

/** Sounds that are played to a caller. */
class PlaybackTest extends EngineAndCaller {
    @Test
    void playsASoundAndSaysWhenItBeganAndEnded() throws Exception {
        RtpPort port = connected(caller);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        BlockingQueue<Long> times = new LinkedBlockingQueue<>();
        port.player().play(Sound.of(Tones.sine(1000, 300, 8000)), (playback, event, nanos) -> {
            events.add(event);
            times.add(nanos);
        });
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STARTED);
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.FINISHED);
        long began = times.take();
        ToneDetector tone = new ToneDetector(1000);
        Wire.Received packet = caller.next();
        while (!tone.present(packet.pcm(), 0, 160, 1000)) {
            packet = caller.next();
        }
        assertThat(Math.abs(packet.nanos() - began) / 1e6).isLessThan(15);
        int loud = 0;
        while (tone.present(packet.pcm(), 0, 160, 1000)) {
            loud++;
            packet = caller.next();
        }
        assertThat(loud).isEqualTo(15);
        assertThat(port.player().playing()).isFalse();
    }

    @Test
    void stopsPlayingWithinOneFrame() throws Exception {
        RtpPort port = connected(caller);
        CompletableFuture<Long> stopped = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        port.player().play(Tones.endless(1000, 8000), (playback, event, nanos) -> {
            if (event == Event.STARTED) {
                started.countDown();
            } else {
                stopped.complete(nanos);
            }
        });
        assertThat(started.await(5, SECONDS)).isTrue();
        for (int i = 0; i < 10; i++) {
            caller.next();
        }
        long before = System.nanoTime();
        port.player().stop();
        long after = System.nanoTime();
        assertThat(port.player().playing()).isFalse();
        long told = stopped.get(5, SECONDS);
        List<Wire.Received> loud = new ArrayList<>();
        for (Wire.Received packet = caller.next(); packet.nanos() < told + 200_000_000L; packet = caller.next()) {
            short[] tail = packet.pcm();
            if (packet.nanos() > after && Pcm.rms(tail, 40, 120) > 10) {
                loud.add(packet);
            }
        }
        // at most the packet of the tick that was under way while stop() was called
        assertThat(loud.size()).isLessThanOrEqualTo(1);
        assertThat(told).isGreaterThan(before);
    }

    @Test
    void onHoldNoSoundIsSentButSoundsGoOn() throws Exception {
        RtpPort port = engine.open();
        StreamDescription both = caller.description();
        port.connect(new StreamDescription(
                both.remote(), both.codec(), both.payloadType(), both.telephoneEvent(), 20, false, true));
        CountDownLatch finished = new CountDownLatch(1);
        port.player().play(Sound.of(new short[1600]), (playback, event, nanos) -> {
            if (event == Event.FINISHED) {
                finished.countDown();
            }
        });
        assertThat(finished.await(5, SECONDS)).isTrue();
        assertThat(caller.received).isEmpty();
        port.connect(both);
        assertThat(caller.next().marker()).isTrue();
    }

    @Test
    void aPlaybackOnAClosedPortIsToldThatItWasStopped() throws Exception {
        RtpPort port = connected(caller);
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        port.player().play(Tones.endless(500, 1000), (playback, event, nanos) -> events.add(event));
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STARTED);
        port.close();
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STOPPED);
        port.released().get(5, SECONDS);
        port.player().play(Sound.of(new short[10]), (playback, event, nanos) -> events.add(event));
        assertThat(events.poll(5, SECONDS)).isEqualTo(Event.STOPPED);
    }
}
