package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs on machines with and without the natives: what is there must work, what is not must say so. */
class EchoCancellersTest {
    private final MediaCounters counters = new MediaCounters();

    @Test
    void everyCancellerThatLoadsTakesThePromptOutAndLeavesTheCallerIn() {
        for (EchoCancellers candidate :
                new EchoCancellers[] {EchoCancellers.judged(), EchoCancellers.speexdsp(), EchoCancellers.webrtc()}) {
            if (candidate.problem() != null) {
                assertThat(candidate.problem()).as(candidate.name()).isNotBlank();
                continue;
            }
            try (EchoCanceller canceller = candidate.create()) {
                short[] far = Network.talk(6000);
                double before = 0;
                double after = 0;
                short[] near = new short[160];
                short[] frame = new short[160];
                short[] out = new short[160];
                for (int at = 0; at + 160 <= far.length; at += 160) {
                    for (int i = 0; i < 160; i++) {
                        int from = at + i - 100 * 8;
                        near[i] = (short) (from < 0 ? 0 : far[from] / 4);
                        frame[i] = far[at + i];
                    }
                    canceller.cancel(near, frame, out);
                    if (at > 24_000) {
                        before += Pcm.rms(near, 0, 160);
                        after += Pcm.rms(out, 0, 160);
                    }
                }
                assertThat(after).as(candidate.name()).isLessThan(before / 5);
            }
        }
    }

    @Test
    void anEngineWithoutOneSaysNone() throws Exception {
        try (MediaEngine engine = new MediaEngine(Engines.settings(1, false), counters)) {
            assertThat(engine.echoCanceller()).isEqualTo("none");
        }
    }

    @Test
    void anEngineThatMayHaveOneOpensPortsEitherWay() throws Exception {
        try (MediaEngine engine = new MediaEngine(Engines.settings(1, true), counters)) {
            assertThat(engine.echoCanceller()).isIn("none", "speexdsp+webrtc", "speexdsp", "webrtc");
            engine.open().close();
        }
    }

    @Test
    void aCancellerThatThrowsIsGivenUpForItsStream() {
        int[] calls = {0};
        EchoPath path = new EchoPath(
                new EchoCanceller() {
                    @Override
                    public void cancel(short[] near, short[] far, short[] out) {
                        calls[0]++;
                        throw new IllegalStateException("on purpose");
                    }

                    @Override
                    public void close() {}
                },
                counters);
        short[] near = Tones.sine(300, 20, 5000);
        short[] out = new short[160];
        path.cancel(near, near, true, out);
        path.cancel(near, near, true, out);
        assertThat(out).isEqualTo(near);
        assertThat(calls[0]).isEqualTo(1);
    }

    @Test
    void nothingIsSpentWhileWePlayNothing() {
        int[] calls = {0};
        EchoPath path = new EchoPath(
                new EchoCanceller() {
                    @Override
                    public void cancel(short[] near, short[] far, short[] out) {
                        calls[0]++;
                    }

                    @Override
                    public void close() {}
                },
                counters);
        short[] frame = new short[160];
        for (int i = 0; i < 100; i++) {
            path.cancel(frame, frame, false, new short[160]);
        }
        assertThat(calls[0]).isZero();
        path.cancel(frame, frame, true, new short[160]);
        for (int i = 0; i < 100; i++) {
            path.cancel(frame, frame, false, new short[160]);
        }
        assertThat(calls[0]).isEqualTo(50);
    }

    @Test
    void theFilterIsHeardOnlyWhileTheJudgeFindsSomebodySpeaking() {
        boolean[] speaking = {false};
        short[] voice = Tones.sine(300, 20, 5000);
        EchoCanceller filter = stub(out -> System.arraycopy(voice, 0, out, 0, 160));
        EchoCanceller judge = stub(out -> java.util.Arrays.fill(out, (short) (speaking[0] ? 1000 : 3)));
        try (EchoCanceller judged = new JudgedEchoCanceller(filter, judge)) {
            short[] out = new short[160];
            judged.cancel(voice, voice, out);
            assertThat(Pcm.rms(out, 0, 160)).isLessThan(60);
            speaking[0] = true;
            judged.cancel(voice, voice, out);
            assertThat(Pcm.rms(out, 40, 120)).isGreaterThan(3000);
            speaking[0] = false;
            for (int i = 0; i < 14; i++) {
                judged.cancel(voice, voice, out);
                assertThat(Pcm.rms(out, 0, 160)).as("a pause between words").isGreaterThan(3000);
            }
            for (int i = 0; i < 10; i++) {
                judged.cancel(voice, voice, out);
            }
            assertThat(Pcm.rms(out, 0, 160)).isLessThan(60);
        }
    }

    private static EchoCanceller stub(java.util.function.Consumer<short[]> result) {
        return new EchoCanceller() {
            @Override
            public void cancel(short[] near, short[] far, short[] out) {
                result.accept(out);
            }

            @Override
            public void close() {}
        };
    }
}
