package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One phone that an emergency rang, out of the journal.
 *
 * @param number as the journal numbers it; used again when the ladder begins anew
 * @param target the phone's name in the plan
 * @param steps what happened on it, in the journal's words and order, its INVITE first
 */
record LadderLeg(int number, String target, List<CallLog.Line> steps) {
    private static final String INVITE = "invite ";

    /** The legs of these lines, in the order in which they were rung. What happens on a leg that was never rung is no leg's. */
    static List<LadderLeg> of(List<CallLog.Line> lines) {
        List<LadderLeg> legs = new ArrayList<>();
        for (CallLog.Line line : lines) {
            if (line.kind().equals(CallJournal.Kind.LEG.name())) {
                int space = line.detail().indexOf(' ');
                int number = Integer.parseInt(line.detail().substring(0, space));
                String what = line.detail().substring(space + 1);
                CallLog.Line step = new CallLog.Line(line.atMs(), line.kind(), what);
                if (what.startsWith(INVITE)) {
                    legs.add(new LadderLeg(number, what.substring(INVITE.length()), new ArrayList<>(List.of(step))));
                } else {
                    last(legs, number).ifPresent(leg -> leg.steps.add(step));
                }
            }
        }
        return legs.stream()
                .map(leg -> new LadderLeg(leg.number, leg.target, List.copyOf(leg.steps)))
                .toList();
    }

    private static Optional<LadderLeg> last(List<LadderLeg> legs, int number) {
        return legs.stream().filter(leg -> leg.number == number).reduce((before, leg) -> leg);
    }

    long rungMs() {
        return steps.get(0).atMs();
    }

    /** When a step came first. */
    Optional<Long> at(String step) {
        return steps.stream()
                .filter(each -> each.detail().equals(step))
                .map(CallLog.Line::atMs)
                .findFirst();
    }

    /** When this phone had the caller, or the caller's number after a hang-up. */
    Optional<Long> tookMs() {
        return at("bridged").or(() -> at("told caller-number"));
    }
}
