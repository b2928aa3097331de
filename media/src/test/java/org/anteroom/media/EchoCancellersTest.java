package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs on machines with and without the natives: what is there must work, what is not must say so. */
class EchoCancellersTest {
    private final MediaCounters counters = new MediaCounters();

    @Test
    void takesThePromptOutOfAnEcho() {
        try (EchoCanceller canceller = canceller()) {
            short[] far = Network.talk(6000);
            short[] near = new short[far.length];
            for (int i = 100 * 8; i < near.length; i++) {
                near[i] = (short) (far[i - 100 * 8] / 4);
            }
            short[] out = cancelled(canceller, near, far);
            assertThat(Pcm.rms(out, 24_000, 24_000)).isLessThan(Pcm.rms(near, 24_000, 24_000) / 5);
        }
    }

    private static EchoCanceller canceller() {
        EchoCancellers speexdsp = EchoCancellers.speexdsp();
        String problem = speexdsp.problem();
        assumeTrue(problem == null, "skipped: libspeexdsp1 is not installed: " + problem);
        return Objects.requireNonNull(speexdsp.create());
    }

    private static short[] cancelled(EchoCanceller canceller, short[] near, short[] far) {
        short[] out = new short[near.length];
        short[] frame = new short[160];
        for (int at = 0; at + 160 <= near.length; at += 160) {
            canceller.cancel(Arrays.copyOfRange(near, at, at + 160), Arrays.copyOfRange(far, at, at + 160), frame);
            System.arraycopy(frame, 0, out, at, 160);
        }
        return out;
    }

    @Test
    void aLibraryThatIsMissingIsNamedInOneLine() {
        EchoCancellers broken = new EchoCancellers("broken", () -> {
            throw new UnsatisfiedLinkError("libspeexdsp.so.1: cannot open shared object file\nsearched everywhere");
        });
        assertThat(broken.problem()).isEqualTo("libspeexdsp.so.1: cannot open shared object file");
    }

    @Test
    void theEchoOfALineNeedsNoLibrary() {
        assertThat(EchoCancellers.line().problem()).isNull();
        assertThat(EchoCancellers.load().name()).startsWith("line");
    }

    @Test
    void anEngineWithoutOneSaysNone() throws Exception {
        try (MediaEngine engine = new MediaEngine(Engines.settings(1, false), counters)) {
            assertThat(engine.echoCanceller()).isEqualTo("none");
        }
    }

    @Test
    void anEngineHasOneWithTheLibraryAndWithout() throws Exception {
        try (MediaEngine engine = new MediaEngine(Engines.settings(1, true), counters)) {
            assertThat(engine.echoCanceller()).isIn("line", "line+speexdsp");
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
}
