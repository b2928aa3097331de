package org.anteroom.media;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds an echo canceller on this machine: the first whose native library loads. Which comes first was measured: decision 001. A machine with
 * neither runs without; that is said once.
 */
final class EchoCancellers {
    private static final Logger LOG = LoggerFactory.getLogger(EchoCancellers.class);

    private final String name;
    private final @Nullable Supplier<EchoCanceller> maker;

    private EchoCancellers(String name, @Nullable Supplier<EchoCanceller> maker) {
        this.name = name;
        this.maker = maker;
    }

    static EchoCancellers none() {
        return new EchoCancellers("none", null);
    }

    /** Tries each by making one and letting it cancel a frame. */
    static EchoCancellers load() {
        StringBuilder why = new StringBuilder();
        for (EchoCancellers candidate : new EchoCancellers[] {judged(), speexdsp(), webrtc()}) {
            String problem = candidate.problem();
            if (problem == null) {
                LOG.info("Echo canceller: {}.{}", candidate.name, why);
                return candidate;
            }
            why.append(' ').append(candidate.name).append(": ").append(problem).append('.');
        }
        LOG.warn("No echo canceller on this machine; install libspeexdsp1 to get one.{}", why);
        return none();
    }

    static EchoCancellers judged() {
        return new EchoCancellers(
                "speexdsp+webrtc", () -> new JudgedEchoCanceller(new SpeexEchoCanceller(), new WebrtcEchoCanceller()));
    }

    static EchoCancellers speexdsp() {
        return new EchoCancellers("speexdsp", SpeexEchoCanceller::new);
    }

    static EchoCancellers webrtc() {
        return new EchoCancellers("webrtc", WebrtcEchoCanceller::new);
    }

    /** Why it can't be used, null when it can. */
    @Nullable
    String problem() {
        try (EchoCanceller canceller = create()) {
            if (canceller != null) {
                canceller.cancel(new short[Pcm.FRAME], new short[Pcm.FRAME], new short[Pcm.FRAME]);
            }
            return null;
        } catch (RuntimeException | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            return message == null
                    ? cause.getClass().getSimpleName()
                    : message.lines().findFirst().orElse("");
        }
    }

    /** One for a stream, null when there is none. */
    @Nullable
    EchoCanceller create() {
        return maker == null ? null : maker.get();
    }

    String name() {
        return name;
    }
}
