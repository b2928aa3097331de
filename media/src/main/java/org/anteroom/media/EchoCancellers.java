package org.anteroom.media;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds this machine's echo canceller: decision 001. Echoes of lines need nothing; those of rooms need libspeexdsp, and a machine without it
 * does without; that is said once.
 */
final class EchoCancellers {
    private static final Logger LOG = LoggerFactory.getLogger(EchoCancellers.class);

    private final String name;
    private final @Nullable Supplier<EchoCanceller> maker;

    EchoCancellers(String name, @Nullable Supplier<EchoCanceller> maker) {
        this.name = name;
        this.maker = maker;
    }

    static EchoCancellers none() {
        return new EchoCancellers("none", null);
    }

    /** Tries libspeexdsp by making one and letting it cancel a frame. */
    static EchoCancellers load() {
        EchoCancellers both =
                new EchoCancellers("line+speexdsp", () -> new JudgedEchoCanceller(new SpeexEchoCanceller()));
        String problem = both.problem();
        if (problem == null) {
            LOG.info("Echo canceller: {}.", both.name);
            return both;
        }
        LOG.warn(
                "Echoes of lines are cancelled on this machine, those of rooms are not; install libspeexdsp1. {}.",
                problem);
        return line();
    }

    /** What needs no library. */
    static EchoCancellers line() {
        return new EchoCancellers("line", () -> new JudgedEchoCanceller(null));
    }

    static EchoCancellers speexdsp() {
        return new EchoCancellers("speexdsp", SpeexEchoCanceller::new);
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
