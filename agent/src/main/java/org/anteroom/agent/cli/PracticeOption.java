package org.anteroom.agent.cli;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeType;
import picocli.CommandLine.Option;

/** The option that names a type of practice. */
final class PracticeOption {

    @Option(
            names = "--practice",
            paramLabel = "TYPE",
            completionCandidates = Types.class,
            defaultValue = "",
            description = "Type of practice: dental, medical, veterinary or mental-health.")
    private String practice = "";

    /** What a shell offers. */
    static final class Types implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }
    }

    /** The type; empty where the option isn't given.
     *
     *  @throws Failure when there is no such type
     */
    Optional<PracticeType> type() throws Failure {
        if (practice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(PracticeType.of(practice.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Failure.usage("There is no practice type " + practice + "; there are: "
                        + ids().collect(Collectors.joining(", ")))));
    }

    private static Stream<String> ids() {
        return Stream.of(PracticeType.values()).map(PracticeType::id);
    }
}
