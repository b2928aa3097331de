package org.anteroom.agent.call;

import java.util.Comparator;
import java.util.List;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.emergency.OnCall;

/** Whether the ports for sound carry the calls and phones that were configured. Pure. */
public final class Capacity {
    private Capacity() {}

    /**
     * Every call needs its own ports and its reserve, and one emergency those of the two largest groups: a phone keeps its
     * ports until its PBX has answered the CANCEL, and the next group rings in the same moment.
     */
    public static List<Problem> check(Config config) {
        int pairs = CallSettings.of(config).portPairs();
        int phones = config.oncall().groups().stream()
                .map(group -> OnCall.mostPhones(config.oncall(), group))
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .mapToInt(Integer::intValue)
                .sum();
        int others = (config.calls().simultaneous() - 1) * Door.PAIRS_PER_CALL;
        int needed = others + 1 + Math.max(phones, PortReserve.LEGS);
        return pairs >= needed
                ? List.of()
                : List.of(Problem.of(
                        "media.last-port",
                        "leaves " + 2 * pairs + " ports; " + config.calls().simultaneous()
                                + " simultaneous calls, one of them an emergency that rings " + phones
                                + (phones == 1 ? " phone" : " phones") + ", need " + 2 * needed
                                + ": widen the range, or lower calls.simultaneous"));
    }
}
