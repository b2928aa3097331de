package org.anteroom.agent.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.OpenAlarm.Sent;
import org.anteroom.agent.notice.OpenAlarm.State;
import org.anteroom.agent.notice.OpenAlarm.Taken;

/** One alarm in the book, with where it was sent. Guarded by the book's owner. */
final class AlarmState {
    Alarm alarm;
    Optional<Taken> taken = Optional.empty();
    /** By the name of the route. */
    final Map<String, Sent> sent = new LinkedHashMap<>();

    AlarmState(Alarm alarm) {
        this.alarm = alarm;
    }

    /** Whether it must reach somebody yet. */
    boolean asks() {
        return alarm.kind().grave() && taken.isEmpty();
    }

    /** A channel isn't told of its own trouble. */
    boolean wantsFirst(Route route, Instant now) {
        boolean own = alarm.kind() == Kind.CHANNEL && alarm.subject().equals(route.name());
        boolean time = route.after().isZero()
                || (alarm.kind().grave() && !now.isBefore(alarm.first().plus(route.after())));
        return taken.isEmpty() && !own && time && !sent.containsKey(route.name());
    }

    boolean wantsAgain(Route route, Duration window, Instant now) {
        Sent last = sent.get(route.name());
        return last != null
                && taken.isEmpty()
                && !now.isBefore(last.when().plus(window))
                && (alarm.kind().grave() || alarm.last().isAfter(last.when()));
    }

    void sent(String route, Instant now) {
        sent.put(route, new Sent(route, now, State.WAITING));
    }

    void ended(String route, State outcome) {
        sent.computeIfPresent(route, (name, last) -> new Sent(name, last.when(), outcome));
    }

    Instant lastTouched() {
        Instant raised = alarm.last();
        return taken.map(Taken::when).filter(when -> when.isAfter(raised)).orElse(raised);
    }

    OpenAlarm view() {
        return new OpenAlarm(alarm, taken, List.copyOf(sent.values()));
    }
}
