package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.anteroom.agent.rehearsal.CallerAudio;
import org.junit.jupiter.api.Test;

final class EchoWatchTest {
    private static final int FRAME = 160;

    private final EchoWatch watch = new EchoWatch();

    @Test
    void ourOwnVoiceThatComesBackLateAndWeakIsAnEcho() throws Exception {
        short[] ours = CallerAudio.clip("on-call-hello").pcm();
        int length = feed(ours, delayed(ours, 1_500, 0.05), new short[ours.length]);

        assertThat(watch.echo(600, length / 8)).isTrue();
    }

    @Test
    void anotherVoiceWhileWeSpeakIsNoEcho() throws Exception {
        short[] ours = CallerAudio.clip("on-call-hello").pcm();
        int length = feed(
                ours, new short[ours.length], CallerAudio.clip("hours-wish").pcm());

        assertThat(watch.echo(200, length / 8)).isFalse();
    }

    @Test
    void aCallerLouderThanTheEchoIsTheCaller() throws Exception {
        short[] ours = CallerAudio.clip("on-call-hello").pcm();
        feed(ours, delayed(ours, 1_500, 0.1), CallerAudio.clip("hours-wish").pcm());

        assertThat(watch.echo(300, 1_500)).isFalse();
    }

    @Test
    void silenceOnOurSideLeavesNoEcho() throws Exception {
        short[] caller = CallerAudio.clip("hours-wish").pcm();
        int length = feed(new short[caller.length], new short[caller.length], caller);

        assertThat(watch.echo(200, length / 8)).isFalse();
    }

    private int feed(short[] ours, short[] echo, short[] caller) {
        int length = Math.min(ours.length, caller.length) / FRAME * FRAME;
        for (int from = 0; from < length; from += FRAME) {
            short[] in = new short[FRAME];
            short[] out = new short[FRAME];
            for (int i = 0; i < FRAME; i++) {
                in[i] = (short) (echo[from + i] + caller[from + i]);
                out[i] = ours[from + i];
            }
            watch.frame(in, out);
        }
        return length;
    }

    private static short[] delayed(short[] pcm, int samples, double gain) {
        short[] late = new short[pcm.length];
        for (int i = samples; i < pcm.length; i++) {
            late[i] = (short) (pcm[i - samples] * gain);
        }
        return late;
    }
}
