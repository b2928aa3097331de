package org.anteroom.agent.rehearsal;

import java.util.List;
import java.util.stream.IntStream;
import org.anteroom.agent.emergency.Detector;

/** Recall against false alarms as the score's threshold moves; the rules stay as they are. */
record TradeOff(List<Standing> emergencies, List<Standing> others) {

    private static final int HIGHEST = 150;
    private static final int LOWEST = -150;

    TradeOff {
        emergencies = List.copyOf(emergencies);
        others = List.copyOf(others);
    }

    /** @param threshold from which value on a whole turn decides */
    record Point(double threshold, Proportion recall, Proportion falseAlarms) {}

    /** Without cases of both kinds there is nothing to trade. */
    boolean drawable() {
        return !emergencies.isEmpty() && !others.isEmpty();
    }

    Point at(double threshold) {
        return new Point(threshold, fired(emergencies, threshold), fired(others, threshold));
    }

    /** What calls do now. */
    Point today() {
        return at(Detector.ENOUGH_WHOLE);
    }

    /** From the strictest threshold, 1.5, in hundredths down to -1.5: neither part ever falls. */
    List<Point> curve() {
        return IntStream.rangeClosed(0, HIGHEST - LOWEST)
                .mapToObj(step -> at((HIGHEST - step) / 100.0))
                .toList();
    }

    private static Proportion fired(List<Standing> cases, double threshold) {
        return Proportion.count(cases, each -> true, each -> each.fires(threshold));
    }
}
