package org.anteroom.agent.rehearsal.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How long calls over the telephone took, and how long callers waited in them. */
final class CallTimes {
    private static final double SILENCE_MS = 2_000;

    private final List<Verdict> verdicts;
    private final List<Verdict> bookings;
    private final double[] answers;

    private CallTimes(List<Verdict> verdicts) {
        this.verdicts = verdicts;
        this.bookings = verdicts.stream()
                .filter(each -> each.situation().goal().task().books())
                .filter(each -> each.outcome() == Outcome.IN_BOOK)
                .toList();
        this.answers = verdicts.stream()
                .flatMap(each -> each.account().timing().answersMs().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    /** Empty where all were in text. */
    static Optional<CallTimes> of(List<Verdict> verdicts) {
        List<Verdict> spoken = verdicts.stream()
                .filter(each -> each.account().timing().seconds() > 0)
                .toList();
        return spoken.isEmpty() ? Optional.empty() : Optional.of(new CallTimes(spoken));
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "secondsMedian",
                median(verdicts, each -> each.account().timing().seconds()));
        json.put(
                "bookingSecondsMedian",
                median(bookings, each -> each.account().timing().seconds()));
        json.put("bookingTurnsMedian", median(bookings, each -> each.account().turns()));
        json.put("answerMsP50", part(0.5));
        json.put("answerMsP95", part(0.95));
        json.put("longestSilenceMs", part(1));
        json.put("silencesOver2s", silences());
        json.put("interruptions", interruptions());
        return json;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "a call takes %s s in the middle, a booking %s s and %s turns of the caller's%n"
                        + "end of speech to first sound of the answer: p50 %s ms, p95 %s ms, longest %s ms; %d of %d over 2 s%n"
                        + "fell silent although the caller said nothing: %d times%n",
                figure(median(verdicts, each -> each.account().timing().seconds())),
                figure(median(bookings, each -> each.account().timing().seconds())),
                figure(median(bookings, each -> each.account().turns())),
                figure(part(0.5)),
                figure(part(0.95)),
                figure(part(1)),
                silences(),
                answers.length,
                interruptions());
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    private long silences() {
        long longer = 0;
        for (double answer : answers) {
            longer += answer > SILENCE_MS ? 1 : 0;
        }
        return longer;
    }

    private int interruptions() {
        return verdicts.stream()
                .mapToInt(each -> each.account().timing().interruptions())
                .sum();
    }

    /** The value that this part of the answers is not above. */
    private @Nullable Double part(double part) {
        return answers.length == 0 ? null : answers[(int) Math.ceil(part * answers.length) - 1];
    }

    private static @Nullable Double median(List<Verdict> of, ToDoubleFunction<Verdict> value) {
        double[] sorted = of.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? null : sorted[sorted.length / 2];
    }
}
