package org.anteroom.agent.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.notice.AlarmEvent.What;
import org.anteroom.agent.notice.Notice.Reason;
import org.anteroom.agent.notice.OpenAlarm.State;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;

/**
 * Raises alarms and sees that they reach people: at once on the outlets without delay, later on the others while a grave
 * one is in nobody's hand, and again after each window. The same alarm, by kind and subject, is sent once per window; many
 * of one kind become one message. Any thread; nothing here waits for a network or a disk, so an emergency can raise one.
 */
public final class Alarms implements Feedback, AutoCloseable {
    /** How often the alarms must look at the clock. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    /** Who is behind what happens by itself. */
    static final String ITSELF = "anteroom";

    private static final int MOST_UNLOGGED = 256;
    private static final int MOST_TRIALS = 4;

    private List<Outlet> outlets;
    private AlarmTimes times;
    private final Clock clock;
    private final Counters counters;
    private final AlarmBook book;
    private final Map<String, Trouble> failing = new HashMap<>();
    private final Map<Long, Map<String, CompletableFuture<String>>> trials = new LinkedHashMap<>();
    /** What happened while no log was there to take it; the oldest makes room. */
    private final Deque<AlarmEvent> unlogged = new ArrayDeque<>();

    private Optional<AlarmLog> log = Optional.empty();
    private boolean closed;

    /** Since when a channel carried nothing, and why. */
    private record Trouble(Instant since, String sentence) {}

    /** {@code outlets} are closed with this. */
    public Alarms(List<Outlet> outlets, AlarmTimes times, Clock clock, Counters counters) {
        this.outlets = List.copyOf(outlets);
        this.times = times;
        this.clock = clock;
        this.counters = counters;
        this.book = new AlarmBook(times);
        counters.gauge(Metric.ALARMS_OPEN, this::count);
        counters.gauge(Metric.ALARMS_UNACKNOWLEDGED, this::asking);
    }

    /** Raises an alarm, or counts it when it is open already. The sentence holds no PHI. */
    public synchronized void raise(Kind kind, String sentence, String subject) {
        Instant now = clock.instant();
        Optional<Alarm> opened = book.raise(kind, sentence, subject, now);
        counters.increment(opened.isPresent() ? Metric.ALARMS_RAISED : Metric.ALARMS_REPEATED);
        opened.ifPresent(alarm -> note(alarm, What.RAISED, ITSELF, alarm.line(), now));
        send(now);
    }

    /** Says that what an alarm was about is over. */
    public synchronized void clear(Kind kind, String subject) {
        Instant now = clock.instant();
        book.clear(kind, subject).ifPresent(alarm -> {
            note(alarm, What.CLEARED, ITSELF, alarm.line(), now);
            send(now);
        });
    }

    @Override
    public synchronized Answer acknowledge(long number, String actor) {
        Instant now = clock.instant();
        String who = plain(actor);
        Answer answer = book.acknowledge(number, who, now);
        if (answer == Answer.TAKEN) {
            book.open().stream()
                    .map(OpenAlarm::alarm)
                    .filter(alarm -> alarm.number() == number)
                    .forEach(alarm -> note(alarm, What.ACKNOWLEDGED, who, alarm.line(), now));
        }
        return answer;
    }

    /** What the audit trail takes; a channel may know its people by anything. */
    private static String plain(String actor) {
        String kept = actor.replaceAll("[^A-Za-z0-9:._@*()-]", "_");
        return kept.isEmpty() ? "unknown" : kept.substring(0, Math.min(kept.length(), 120));
    }

    /** Looks at the clock: sends what has become due. To be called again and again, {@link #EVERY} so often. */
    public synchronized void tick() {
        Instant now = clock.instant();
        Map.copyOf(failing).forEach((channel, trouble) -> {
            if (!now.isBefore(trouble.since().plus(times.channelFailed())) && !book.isOpen(Kind.CHANNEL, channel)) {
                raise(
                        Kind.CHANNEL,
                        "Alarms don't get through on this channel since " + trouble.since() + ". " + trouble.sentence()
                                + " Then try it: anteroom alarms test.",
                        channel);
            }
        });
        book.tidy(now);
        send(now);
    }

    private void send(Instant now) {
        for (Outlet outlet : outlets) {
            for (Notice notice : book.due(outlet.route(), now)) {
                if (!outlet.offer(notice, this)) {
                    book.refused(notice, outlet.route().name());
                    trouble(outlet.route().name(), "Too many messages wait for it: see what keeps it from sending.");
                }
            }
        }
    }

    @Override
    public synchronized boolean wanted(Notice notice) {
        return notice.reason() == Reason.OVER || notice.reason() == Reason.TEST || book.asksFor(notice);
    }

    @Override
    public synchronized void delivered(Notice notice, String channel) {
        Instant now = clock.instant();
        book.ended(notice, channel, State.DELIVERED);
        trial(notice, channel, "");
        noteAll(notice, What.DELIVERED, channel, now);
        if (failing.remove(channel) != null || book.isOpen(Kind.CHANNEL, channel)) {
            clear(Kind.CHANNEL, channel);
        }
    }

    @Override
    public synchronized void failed(Notice notice, String channel, String sentence, boolean last) {
        trouble(channel, sentence);
        trial(notice, channel, sentence);
        if (last) {
            book.ended(notice, channel, State.GIVEN_UP);
            noteAll(notice, What.GIVEN_UP, channel, clock.instant());
        }
    }

    private void trouble(String channel, String sentence) {
        Instant since = failing.containsKey(channel) ? failing.get(channel).since() : clock.instant();
        failing.put(channel, new Trouble(since, sentence));
    }

    private void trial(Notice notice, String channel, String outcome) {
        Optional.ofNullable(trials.get(notice.number()))
                .map(results -> results.get(channel))
                .ifPresent(result -> result.complete(outcome));
    }

    /**
     * Sends a test on every outlet, in their order. Each answer completes with an empty text when the channel carried it,
     * or with the sentence that says why not; one that hangs never completes.
     */
    public synchronized Map<String, CompletableFuture<String>> test() {
        Notice notice = book.test("This is a test of the alarms.", clock.instant());
        Map<String, CompletableFuture<String>> results = new LinkedHashMap<>();
        outlets.forEach(outlet -> results.put(outlet.route().name(), new CompletableFuture<>()));
        trials.put(notice.number(), results);
        if (trials.size() > MOST_TRIALS) {
            trials.remove(trials.keySet().iterator().next());
        }
        for (Outlet outlet : outlets) {
            if (!outlet.offer(notice, this)) {
                trial(notice, outlet.route().name(), "Too many messages wait for it already.");
            }
        }
        return Collections.unmodifiableMap(results);
    }

    /** From now on what happens is kept there, with what happened before. Numbers of alarms go on from those it holds. */
    public synchronized void keep(AlarmLog kept) {
        book.startAfter(kept.lastNumber());
        log = Optional.of(kept);
        while (!unlogged.isEmpty()) {
            kept.add(unlogged.poll());
        }
    }

    /** From now on in this rhythm, through the outlets that are there: whoever is being told goes on listening. */
    public synchronized void pace(AlarmTimes rhythm) {
        times = rhythm;
        book.change(
                rhythm, outlets.stream().map(outlet -> outlet.route().name()).collect(Collectors.toSet()));
    }

    /**
     * From now on through these outlets, in this rhythm; those before are closed. What is open stays open, in the hand it is
     * in, and goes on; what the outlets before had not carried is sent anew where a route has kept its name. Blocks while
     * they close, which takes some seconds at most each; alarms raised meanwhile go out at once.
     *
     * @param next closed with this
     */
    public void change(List<Outlet> next, AlarmTimes rhythm) {
        List<Outlet> before;
        List<AlarmBook.Underway> underway;
        Set<String> routes = next.stream().map(outlet -> outlet.route().name()).collect(Collectors.toSet());
        synchronized (this) {
            before = closed ? next : outlets;
            underway = book.underway();
            if (!closed) {
                outlets = List.copyOf(next);
                times = rhythm;
                book.change(rhythm, routes);
            }
        }
        before.forEach(Outlet::close);
        changed(underway, routes);
    }

    /** The outlets before say nothing more, so that their trouble isn't taken for that of those now. */
    private synchronized void changed(List<AlarmBook.Underway> underway, Set<String> routes) {
        if (closed) {
            return;
        }
        failing.clear();
        book.open().stream()
                .map(OpenAlarm::alarm)
                .filter(alarm -> alarm.kind() == Kind.CHANNEL && !routes.contains(alarm.subject()))
                .forEach(alarm -> clear(Kind.CHANNEL, alarm.subject()));
        book.forsaken(underway);
        send(clock.instant());
    }

    /** What a log channel was told stands in the log anyway, and a test is no alarm. */
    private void noteAll(Notice notice, What what, String channel, Instant now) {
        boolean kept = outlets.stream()
                .map(Outlet::route)
                .anyMatch(route -> route.folds() && route.name().equals(channel));
        if (kept && notice.reason() != Reason.TEST) {
            notice.alarms().forEach(alarm -> note(alarm, what, channel, notice.word() + ": " + alarm.line(), now));
        }
    }

    /** An alarm never waits for its log, and trouble of the log is told by the records themselves. */
    private void note(Alarm alarm, What what, String actor, String detail, Instant now) {
        AlarmEvent event = new AlarmEvent(now, alarm.number(), what, actor, detail);
        if (log.isPresent()) {
            log.get().add(event);
        } else {
            if (unlogged.size() >= MOST_UNLOGGED) {
                unlogged.poll();
            }
            unlogged.add(event);
        }
    }

    /** What nobody has cleared, oldest first. */
    public synchronized List<Alarm> open() {
        return book.open().stream().map(OpenAlarm::alarm).toList();
    }

    /** The same, with who has each in hand and where it was sent. */
    public synchronized List<OpenAlarm> list() {
        return book.open();
    }

    private synchronized long count() {
        return book.open().size();
    }

    private synchronized long asking() {
        return book.asking();
    }

    /** Closes the outlets; what still waits in their queues is lost, and stands in the log. */
    @Override
    public void close() {
        List<Outlet> last;
        synchronized (this) {
            closed = true;
            last = outlets;
        }
        last.forEach(Outlet::close);
    }
}
