package org.anteroom.agent.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anteroom.agent.notice.AckDesk.Answer;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.Notice.Reason;
import org.anteroom.agent.notice.OpenAlarm.State;
import org.anteroom.agent.notice.OpenAlarm.Taken;

/**
 * What is open, who has it in hand, and which message is due where. Time comes in; nothing here waits or sends. Guarded
 * by its owner's lock.
 *
 * <pre>
 *   raised --> sent at once on routes without delay
 *     |  grave, nobody took it:  --after--> sent on the later routes,  --window--> again on every route, and so on
 *     |  not grave:              --window--> again only if it was raised again
 *     +--> taken: nothing more is sent, it stays listed
 *     +--> cleared: "over" to every route it had been sent on
 * </pre>
 */
final class AlarmBook {
    /** More open alarms than anybody reads. */
    static final int MOST_OPEN = 200;
    /** Subject of the alarm that stands for those of its kind that found no room. */
    static final String OTHERS = "others";

    /** An alarm on its way: what was handed to a route and isn't known to have got through. */
    record Underway(AlarmState state, OpenAlarm.Sent sent) {}

    private record Identity(Kind kind, String subject) {}

    /** When the last message of a kind went on a route; repeats have a rhythm of their own. */
    private record Pace(String route, Kind kind, Reason reason) {}

    private AlarmTimes times;
    private final Map<Identity, AlarmState> open = new LinkedHashMap<>();
    private final List<AlarmState> over = new ArrayList<>();
    private final Map<Pace, Instant> paces = new HashMap<>();
    private long nextAlarm = 1;
    private long nextNotice = 1;

    AlarmBook(AlarmTimes times) {
        this.times = times;
    }

    /** Another rhythm from now on; what is over is told only on routes that are still there. */
    void change(AlarmTimes rhythm, Set<String> routes) {
        times = rhythm;
        over.forEach(state -> state.sent.keySet().retainAll(routes));
        over.removeIf(state -> state.sent.isEmpty());
    }

    /** What no route is known to have carried yet. */
    List<Underway> underway() {
        return open.values().stream()
                .flatMap(state -> state.sent.values().stream()
                        .filter(sent -> sent.state() != State.DELIVERED)
                        .map(sent -> new Underway(state, sent)))
                .toList();
    }

    /** Whoever had these in hand has gone: those that did not get through meanwhile are due again at once. */
    void forsaken(List<Underway> before) {
        for (Underway each : before) {
            Map<String, OpenAlarm.Sent> sent = each.state().sent;
            String route = each.sent().channel();
            boolean lost = Optional.ofNullable(sent.get(route))
                    .filter(last -> last.when().equals(each.sent().when()) && last.state() != State.DELIVERED)
                    .isPresent();
            if (lost) {
                sent.remove(route);
                paces.keySet().removeIf(pace -> pace.route().equals(route));
            }
        }
    }

    /** Numbers from here on are higher than those a log holds from before. */
    void startAfter(long number) {
        nextAlarm = Math.max(nextAlarm, number + 1);
    }

    /** Opens an alarm and gives it back, or counts it when it is open already. */
    Optional<Alarm> raise(Kind kind, String sentence, String subject, Instant now) {
        Identity identity = new Identity(kind, subject);
        if (!open.containsKey(identity) && open.size() >= MOST_OPEN && !makeRoom()) {
            identity = new Identity(kind, OTHERS);
        }
        AlarmState before = open.get(identity);
        if (before != null) {
            before.alarm = before.alarm.again(sentence, now);
            return Optional.empty();
        }
        Alarm alarm = new Alarm(nextAlarm++, kind, sentence, identity.subject(), now, now, 1);
        open.put(identity, new AlarmState(alarm));
        return Optional.of(alarm);
    }

    /** What asks for nothing any more makes room; an alarm that is grave and that nobody took never does. */
    private boolean makeRoom() {
        return forget(state -> !state.alarm.kind().grave()) || forget(state -> !state.asks());
    }

    private boolean forget(Predicate<AlarmState> which) {
        Iterator<AlarmState> states = open.values().iterator();
        while (states.hasNext()) {
            if (which.test(states.next())) {
                states.remove();
                return true;
            }
        }
        return false;
    }

    /** Ends an alarm; empty when none was open. */
    Optional<Alarm> clear(Kind kind, String subject) {
        AlarmState ended = open.remove(new Identity(kind, subject));
        if (ended == null) {
            return Optional.empty();
        }
        over.add(ended);
        if (over.size() > MOST_OPEN) {
            over.remove(0);
        }
        return Optional.of(ended.alarm);
    }

    Answer acknowledge(long number, String actor, Instant now) {
        for (AlarmState state : open.values()) {
            if (state.alarm.number() == number) {
                boolean first = state.taken.isEmpty();
                state.taken = state.taken.or(() -> Optional.of(new Taken(actor, now)));
                return first ? Answer.TAKEN : Answer.TAKEN_BEFORE;
            }
        }
        return Answer.NOT_OPEN;
    }

    /** Drops what nobody waits for: taken or not grave, and not raised for a day. */
    void tidy(Instant now) {
        open.values()
                .removeIf(state ->
                        !state.asks() && !now.isBefore(state.lastTouched().plus(AlarmTimes.FORGOTTEN)));
    }

    /** The messages due on a route now, each counted as sent there. */
    List<Notice> due(Route route, Instant now) {
        List<Notice> notices = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind.grave() || !route.graveOnly()) {
                live(route, kind, now).ifPresent(notices::add);
            }
            ended(route, kind, now).filter(notice -> !route.graveOnly()).ifPresent(notices::add);
        }
        return notices;
    }

    private Optional<Notice> live(Route route, Kind kind, Instant now) {
        Duration gathered = route.folds() ? times.gathered(kind.grave()) : Duration.ZERO;
        Duration repeated = route.folds() ? times.window() : Duration.ZERO;
        if (!passed(new Pace(route.name(), kind, Reason.FIRST), gathered, now)) {
            return Optional.empty();
        }
        boolean repeats = passed(new Pace(route.name(), kind, Reason.AGAIN), repeated, now);
        boolean anyNew = false;
        boolean anyAgain = false;
        List<AlarmState> due = new ArrayList<>();
        for (AlarmState state : open.values()) {
            boolean fresh = state.alarm.kind() == kind && state.wantsFirst(route, now);
            boolean again = state.alarm.kind() == kind && repeats && state.wantsAgain(route, times.window(), now);
            if (fresh || again) {
                due.add(state);
            }
            anyNew |= fresh;
            anyAgain |= again;
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Reason first = route.after().isZero() ? Reason.FIRST : Reason.ESCALATED;
        due.forEach(state -> state.sent(route.name(), now));
        paces.put(new Pace(route.name(), kind, Reason.FIRST), now);
        if (anyAgain) {
            paces.put(new Pace(route.name(), kind, Reason.AGAIN), now);
        }
        return Optional.of(notice(anyNew ? first : Reason.AGAIN, kind, due, now));
    }

    private Optional<Notice> ended(Route route, Kind kind, Instant now) {
        Duration gathered = route.folds() ? times.gathered(kind.grave()) : Duration.ZERO;
        Pace pace = new Pace(route.name(), kind, Reason.OVER);
        List<AlarmState> due = over.stream()
                .filter(state -> state.alarm.kind() == kind && state.sent.containsKey(route.name()))
                .toList();
        if (due.isEmpty() || !passed(pace, gathered, now)) {
            return Optional.empty();
        }
        due.forEach(state -> state.sent.remove(route.name()));
        over.removeIf(state -> state.sent.isEmpty());
        paces.put(pace, now);
        return Optional.of(notice(Reason.OVER, kind, due, now));
    }

    private boolean passed(Pace pace, Duration time, Instant now) {
        Instant last = paces.get(pace);
        return last == null || !now.isBefore(last.plus(time));
    }

    private Notice notice(Reason reason, Kind kind, Collection<AlarmState> states, Instant now) {
        return new Notice(
                nextNotice++,
                reason,
                kind,
                states.stream().map(state -> state.alarm).toList(),
                now);
    }

    /** A message for trying the channels, about no open alarm. */
    Notice test(String sentence, Instant now) {
        Alarm alarm = new Alarm(nextAlarm++, Kind.TEST, sentence, "", now, now, 1);
        return new Notice(nextNotice++, Reason.TEST, Kind.TEST, List.of(alarm), now);
    }

    /** A message that found no room in a queue: its alarms count as not sent there. */
    void refused(Notice notice, String route) {
        for (Alarm alarm : notice.alarms()) {
            AlarmState state = open.get(new Identity(alarm.kind(), alarm.subject()));
            if (state != null && state.alarm.number() == alarm.number()) {
                state.sent.remove(route);
            }
        }
    }

    /** Whether one of its alarms is open and in nobody's hand. */
    boolean asksFor(Notice notice) {
        return notice.alarms().stream().anyMatch(alarm -> {
            AlarmState state = open.get(new Identity(alarm.kind(), alarm.subject()));
            return state != null && state.alarm.number() == alarm.number() && state.taken.isEmpty();
        });
    }

    /** Notes what became of a message. */
    void ended(Notice notice, String route, State outcome) {
        for (Alarm alarm : notice.alarms()) {
            AlarmState state = open.get(new Identity(alarm.kind(), alarm.subject()));
            if (state != null && state.alarm.number() == alarm.number()) {
                state.ended(route, outcome);
            }
        }
    }

    boolean isOpen(Kind kind, String subject) {
        return open.containsKey(new Identity(kind, subject));
    }

    /** What nobody has cleared, oldest first. */
    List<OpenAlarm> open() {
        return open.values().stream().map(AlarmState::view).toList();
    }

    /** How many are grave and in nobody's hand. */
    long asking() {
        return open.values().stream().filter(AlarmState::asks).count();
    }
}
