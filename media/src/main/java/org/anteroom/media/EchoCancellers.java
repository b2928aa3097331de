package org.anteroom.media;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds this machine's echo canceller, where its native library loads: decision 001. A machine without runs without; that is said once.
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

    /** Tries it by making one and letting it cancel a frame. */
    static EchoCancellers load() {
        EchoCancellers speexdsp = speexdsp();
        String problem = speexdsp.problem();
        if (problem == null) {
            LOG.info("Echo canceller: {}.", speexdsp.name);
            return speexdsp;
        }
        LOG.warn("No echo canceller on this machine; install libspeexdsp1 to get one. {}.", problem);
        return none();
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
