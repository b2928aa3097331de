package org.anteroom.agent.call;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Every call that was let in and isn't over, by its id. Drills are among them and count as nobody's. Any thread. */
final class CallsUnderway {
    private final Map<String, CallSession> sessions = new ConcurrentHashMap<>();

    void add(CallSession session) {
        sessions.put(session.id(), session);
    }

    void remove(CallSession session) {
        sessions.remove(session.id());
    }

    /** All, those whose caller has gone but whose phones still ring included. */
    int count() {
        return sessions.size();
    }

    /** Without drills. */
    int callers() {
        return (int)
                sessions.values().stream().filter(session -> !session.drill()).count();
    }

    /** Those in which people on call ring, or talk to the caller, without drills. */
    int emergencies() {
        return (int) sessions.values().stream()
                .filter(session -> session.needsHuman() && !session.drill())
                .count();
    }

    /** Those for which the front desk rings. */
    int toDesk() {
        return (int) sessions.values().stream().filter(CallSession::toDesk).count();
    }

    /** Each with what happens on it, the oldest first. */
    List<CallNow> now() {
        return sessions.values().stream()
                .map(CallSession::now)
                .sorted(Comparator.comparing(CallNow::lasting).reversed())
                .toList();
    }

    void each(Consumer<CallSession> told) {
        sessions.values().forEach(told);
    }

    /** Drills end at once: somebody needs their phones or their place. */
    void endDrills() {
        sessions.values().stream().filter(CallSession::drill).forEach(CallSession::giveWay);
    }
}
