package org.anteroom.agent.dialogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.words.SpokenMemberId;

/** Which of the readings of a turn is the id on the caller's card: letters are what recognisers hear worst. */
final class HeardMemberId {

    private HeardMemberId() {}

    /**
     * The one that looks like an id of that insurance, otherwise the one of which least was left out.
     *
     * @param payer as the practice writes it; any other where it is not on its list
     * @param words of the turn those that may hold the id
     */
    static Optional<String> in(Services services, String payer, List<String> words, Input.Said said) {
        Optional<String> alike = ErrandDetails.patternKnown(services, payer)
                ? ids(Stream.concat(Stream.of(said.slot(), words), said.others().stream()))
                        .filter(id -> ErrandDetails.looksRight(services, payer, id))
                        .findFirst()
                : Optional.empty();
        return alike.or(() -> ids(Stream.of(said.slot(), words)).max(Comparator.comparingInt(String::length)));
    }

    private static Stream<String> ids(Stream<List<String>> readings) {
        return readings.map(SpokenMemberId::of).flatMap(Optional::stream);
    }
}
