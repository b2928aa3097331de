package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges the times that are offered by what the caller can do. */
final class Offers {

    private Offers() {}

    /** The best of them: the earliest that suits; empty when none does.
     *
     *  @param said the offers in the agent's words, where a provider stands after a time
     *  @param provider spoken name of whom it must be; empty for anybody
     */
    static Optional<LocalDateTime> best(List<LocalDateTime> offered, When when, String said, String provider) {
        String lower = said.toLowerCase(Locale.ROOT);
        String surname = provider.substring(provider.lastIndexOf(' ') + 1);
        boolean withOther = !provider.isEmpty() && lower.contains(" with ") && !lower.contains(surname);
        return withOther
                ? Optional.empty()
                : offered.stream().filter(when::suits).min(LocalDateTime::compareTo);
    }
}
