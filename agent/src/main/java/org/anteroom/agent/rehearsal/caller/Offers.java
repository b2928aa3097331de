package org.anteroom.agent.rehearsal.caller;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges the times that are offered by what the caller can do. */
final class Offers {
    private static final String WITH = " with ";

    private Offers() {}

    /** The best of them: the earliest that suits; empty when none does.
     *
     *  @param said the offers in the agent's words, where a provider stands after a time
     *  @param today from which days without a date are counted
     *  @param provider spoken name of whom it must be; empty for anybody
     */
    static Optional<LocalDateTime> best(
            List<LocalDateTime> offered, When when, String said, LocalDate today, String provider) {
        boolean[] others = new boolean[offered.size()];
        if (!provider.isEmpty()) {
            withOthers(others, said, today, provider.substring(provider.lastIndexOf(' ') + 1));
        }
        return IntStream.range(0, offered.size())
                .filter(at -> !others[at])
                .mapToObj(offered::get)
                .filter(when::suits)
                .min(LocalDateTime::compareTo);
    }

    /** Marks the times before a "with" after which another name stands. */
    private static void withOthers(boolean[] others, String said, LocalDate today, String surname) {
        String[] parts = said.split(WITH, -1);
        StringBuilder heard = new StringBuilder(parts[0]);
        int from = 0;
        for (int at = 1; at < parts.length; at++) {
            int to = Math.min(
                    others.length,
                    HeardTimes.of(heard.toString(), today).times().size());
            String name = parts[at].split(",| at | and ", 2)[0].toLowerCase(Locale.ROOT);
            for (int time = from; time < to; time++) {
                others[time] = !name.contains(surname);
            }
            from = to;
            heard.append(WITH).append(parts[at]);
        }
    }
}
