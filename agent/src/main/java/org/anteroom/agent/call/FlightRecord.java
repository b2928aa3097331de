package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anteroom.agent.call.CallJournal.Kind;

/**
 * One emergency as its call's journal tells it: what was decided and why, every phone that rang, who took it, how it ended.
 * Pure: made from the lines alone, which may lack what is sealed. Times are ms; the decisive moment is the end of the
 * decisive word in the call's sound, or the decision where keys or silence decided.
 */
public final class FlightRecord {
    private static final Pattern DECISIVE = Pattern.compile("ends at (\\d+) ms of the call's sound");
    private static final Pattern FOUND = Pattern.compile("found at \\d+ ms of the call's sound by .*");
    private static final Pattern MEANING = Pattern.compile("meaning (-?\\d\\.\\d+) near (.*)");
    private static final String OVERRULED = "overruled ";
    private static final String UNKNOWN = "unknown";
    private static final String NONE = "NONE";

    /**
     * Why a human was needed.
     *
     * @param grade {@code ALARM}, {@code CONCERN}, or {@code NONE} where the conversation wanted one
     * @param zeroMs ms of the call at the decisive moment
     * @param soundMs where in the call's sound the decisive word ends; empty where keys or silence decided
     * @param words the caller's, of the decision; empty without them; PHI
     * @param found where in the sound and by which data, with their hashes; empty without words
     * @param score of the meaning; empty where it was not asked
     * @param nearest ids of the known sentences nearest to it
     */
    public record Reason(
            String grade,
            String rule,
            String category,
            long zeroMs,
            Optional<Long> soundMs,
            String words,
            String found,
            String score,
            List<String> nearest) {
        public Reason {
            nearest = List.copyOf(nearest);
        }

        @Override
        public String toString() {
            return grade + " " + rule + " " + category;
        }
    }

    /** Who took it, and when the caller could be spoken to. */
    record Taker(String target, long atMs) {}

    private final List<CallLog.Line> lines;
    private final List<Reason> reasons;
    private final List<LadderLeg> legs;

    /** @param lines of the journal, from a little before the first decision to the end of the emergency, in its order */
    public FlightRecord(List<CallLog.Line> lines) {
        this.lines = List.copyOf(lines);
        this.reasons = reasons(lines);
        this.legs = LadderLeg.of(lines);
    }

    /** Every decision, in order. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** The gravest decision, of equals the first: what it was about. */
    public Reason reason() {
        return Stream.of("ALARM", "CONCERN")
                .flatMap(grade -> reasons.stream().filter(each -> each.grade().equals(grade)))
                .findFirst()
                .orElseGet(() -> reasons.isEmpty()
                        ? new Reason(NONE, UNKNOWN, UNKNOWN, 0, Optional.empty(), "", "", "", List.of())
                        : reasons.get(0));
    }

    /** ms of the call at the decisive moment of the first decision that called for a human. */
    public long zeroMs() {
        return reasons.stream()
                .filter(each -> !each.grade().equals(NONE))
                .findFirst()
                .orElseGet(this::reason)
                .zeroMs();
    }

    /** Names of the phones that were rung, each once, in the order in which they rang first. */
    public List<String> rung() {
        return legs.stream().map(LadderLeg::target).distinct().toList();
    }

    /** Who had the caller, or the number of one who had hung up. */
    public Optional<String> takenBy() {
        return taker().map(Taker::target);
    }

    /** From the decisive moment until {@link #takenBy} could speak to the caller, ms. */
    public Optional<Long> takenAfterMs() {
        return taker().map(taker -> taker.atMs() - zeroMs());
    }

    private Optional<Taker> taker() {
        return legs.stream()
                .flatMap(leg -> leg.tookMs().map(at -> new Taker(leg.target(), at)).stream())
                .min(Comparator.comparing(Taker::atMs));
    }

    /** Why it is over, in words for people; empty while phones ring or talk, or where the service died meanwhile. */
    public Optional<String> over() {
        return lines.stream()
                .filter(line -> is(line, Kind.LADDER))
                .map(CallLog.Line::detail)
                .reduce((before, last) -> last);
    }

    /** Everything, in the order of time. */
    public List<Moment> moments() {
        long zero = zeroMs();
        List<Moment> moments = new ArrayList<>();
        lines.forEach(line ->
                FlightWords.of(line).ifPresent(what -> moments.add(new Moment(line.atMs() - zero, who(line), what))));
        for (LadderLeg leg : legs) {
            leg.steps()
                    .forEach(step -> moments.add(
                            new Moment(step.atMs() - zero, leg.target(), FlightWords.ofLeg(step.detail()))));
        }
        moments.sort(Comparator.comparingLong(Moment::ms));
        return List.copyOf(moments);
    }

    private static String who(CallLog.Line line) {
        boolean callers = is(line, Kind.HEARD) || is(line, Kind.KEY) || is(line, Kind.WORD);
        return callers ? "caller" : "we";
    }

    /** What the caller said in these lines, turn by turn, and in whole turns only; PHI. */
    List<String> turns() {
        return lines.stream()
                .filter(line -> is(line, Kind.HEARD))
                .map(CallLog.Line::detail)
                .toList();
    }

    /** The evidence of a decision follows it; a decision of the conversation has none. */
    private static List<Reason> reasons(List<CallLog.Line> lines) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            CallLog.Line line = lines.get(i);
            if (is(line, Kind.DECISION)) {
                List<CallLog.Line> evidence = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(next -> is(next, Kind.EVIDENCE) || is(next, Kind.WORD))
                        .takeWhile(next -> !next.detail().startsWith(OVERRULED))
                        .toList();
                reasons.add(reason(line, evidence));
            }
        }
        return List.copyOf(reasons);
    }

    private static Reason reason(CallLog.Line line, List<CallLog.Line> following) {
        List<String> evidence = following.stream()
                .filter(each -> is(each, Kind.EVIDENCE))
                .map(CallLog.Line::detail)
                .toList();
        String[] parts = line.detail().split(" ", 3);
        Optional<CallLog.Line> word =
                following.stream().filter(each -> is(each, Kind.WORD)).findFirst();
        Optional<Matcher> meaning = first(evidence, MEANING);
        return new Reason(
                parts[0],
                parts.length > 1 ? parts[1] : UNKNOWN,
                parts.length > 2 ? parts[2] : UNKNOWN,
                word.orElse(line).atMs(),
                word.map(each -> DECISIVE.matcher(each.detail()))
                        .filter(Matcher::matches)
                        .map(found -> Long.parseLong(found.group(1))),
                evidence.stream().filter(FlightRecord::words).findFirst().orElse(""),
                first(evidence, FOUND).map(Matcher::group).orElse(""),
                meaning.map(found -> found.group(1)).orElse(""),
                meaning.map(found -> List.of(found.group(2).split(", "))).orElse(List.of()));
    }

    private static Optional<Matcher> first(List<String> evidence, Pattern pattern) {
        return evidence.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }

    private static boolean words(String evidence) {
        return Stream.of(FOUND, MEANING)
                .noneMatch(each -> each.matcher(evidence).matches());
    }

    private static boolean is(CallLog.Line line, Kind kind) {
        return line.kind().equals(kind.name());
    }
}
