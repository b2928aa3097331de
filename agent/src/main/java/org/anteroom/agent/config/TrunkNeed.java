package org.anteroom.agent.config;

import java.util.List;

/**
 * What an emergency takes of the PBX's trunk at most: a channel for the caller, and one for each outside phone that rings, or
 * talks, meanwhile. Numbers of {@value #OUTSIDE_DIGITS} digits and more are outside, and every service. Not counted are phones of
 * the group before that were answered and still hear the announcement while the next group rings. Pure.
 *
 * @param people outside numbers of people, those of the group that has most of them together with its services
 * @param ringing outside phones and services that ring together at most; services are never rung for a test
 * @param passing outside parties while whoever took the call passes it on: their own phone, which stays on the line, and the others
 *     that ring
 * @param added how many outside parties there are when whoever took the call adds a service by key
 */
public record TrunkNeed(List<String> people, int ringing, int passing, int added) {
    /** Inside numbers are shorter. */
    public static final int OUTSIDE_DIGITS = 7;

    public static final TrunkNeed NONE = new TrunkNeed(List.of(), 0, 0, 0);

    public TrunkNeed {
        people = List.copyOf(people);
    }

    /** By all that is written in the plan, whoever is on call; overrides put in by command are left out. */
    public static TrunkNeed of(OncallConfig config) {
        TrunkCount open = new TrunkCount(config, config.onDuty(true));
        TrunkCount closed = new TrunkCount(config, config.onDuty(false));
        TrunkCount fuller = closed.ringing() > open.ringing() ? closed : open;
        boolean byKey = config.groups().stream()
                .flatMap(group -> group.targets().stream())
                .anyMatch(target -> target.when() == OnDuty.KEY);
        int taker = open.passing() > 0 || closed.passing() > 0 ? 1 : 0;
        return new TrunkNeed(
                fuller.people(), fuller.ringing(), Math.max(open.passing(), closed.passing()), byKey ? taker + 1 : 0);
    }

    /** What is counted beside the caller, in words. */
    public String counted() {
        if (added > Math.max(ringing, passing)) {
            return added == 1 ? "a service that is added" : "whoever has the call, and a service they add";
        }
        if (passing > ringing) {
            return "a phone that passes the call on and stays on the line, and " + (passing - 1)
                    + (passing == 2 ? " that rings meanwhile" : " that ring meanwhile");
        }
        return ringing == 0 ? "no outside phone" : ringing == 1 ? "1 that rings" : ringing + " that ring together";
    }

    /** Channels of one emergency. */
    public int channels() {
        return channels(1);
    }

    /** Channels while so many callers are on the line, one of them with an emergency. */
    public int channels(int calls) {
        return calls + Math.max(Math.max(ringing, passing), added);
    }
}
