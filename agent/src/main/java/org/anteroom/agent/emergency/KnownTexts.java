package org.anteroom.agent.emergency;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts of our own labelled sentences by their ids, as decisions name them. Read once, when first asked. Any thread. */
public final class KnownTexts {

    private static final class Build {
        static final Map<String, String> TEXTS = KnownSentence.all().stream()
                .collect(Collectors.toUnmodifiableMap(KnownSentence::id, KnownSentence::text, (one, other) -> one));

        private Build() {}
    }

    private KnownTexts() {}

    /** Empty for an id that this build doesn't know (any more). */
    public static Optional<String> of(String id) {
        return Optional.ofNullable(Build.TEXTS.get(id));
    }
}
