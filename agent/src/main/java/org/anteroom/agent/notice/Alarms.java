package org.anteroom.agent.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;

/**
 * Raises alarms on every channel. The same alarm, by kind and subject, is sent once; raised again it is counted, and sent
 * again only when the window since it was last sent is over. Any thread; channels are told on the raising thread, in
 * order, and one that fails doesn't keep the others from sending.
 */
public final class Alarms {
    /** More open alarms than anybody reads; beyond it the oldest that isn't grave makes room. */
    private static final int MOST_OPEN = 200;

    private record Identity(Kind kind, String subject) {}

    private record Open(Alarm alarm, Instant sent) {}

    private final List<Channel> channels;
    private final Duration window;
    private final Clock clock;
    private final Counters counters;
    private final Map<Identity, Open> open = new LinkedHashMap<>();

    /** {@code window}: how long the same alarm is kept quiet after it was sent. */
    public Alarms(List<Channel> channels, Duration window, Clock clock, Counters counters) {
        this.channels = List.copyOf(channels);
        this.window = window;
        this.clock = clock;
        this.counters = counters;
        counters.gauge(Metric.ALARMS_OPEN, this::count);
    }

    /** Raises an alarm, or counts it when it is open already. The sentence holds no PHI. */
    public void raise(Kind kind, String sentence, String subject) {
        Instant now = clock.instant();
        record(kind, sentence, subject, now)
                .ifPresentOrElse(this::send, () -> counters.increment(Metric.ALARMS_REPEATED));
    }

    /** Says that what an alarm was about is over. */
    public synchronized void clear(Kind kind, String subject) {
        open.remove(new Identity(kind, subject));
    }

    /** What nobody has cleared, oldest first. */
    public synchronized List<Alarm> open() {
        List<Alarm> alarms = new ArrayList<>();
        open.values().forEach(each -> alarms.add(each.alarm()));
        return List.copyOf(alarms);
    }

    private synchronized long count() {
        return open.size();
    }

    /** The alarm to be sent now; empty when the window since the last time is not over. */
    private synchronized Optional<Alarm> record(Kind kind, String sentence, String subject, Instant now) {
        Identity identity = new Identity(kind, subject);
        Open before = open.get(identity);
        if (before == null) {
            Alarm alarm = new Alarm(kind, sentence, subject, now, now, 1);
            open.put(identity, new Open(alarm, now));
            if (open.size() > MOST_OPEN) {
                makeRoom();
            }
            return Optional.of(alarm);
        }
        Alarm alarm = new Alarm(
                kind,
                sentence,
                subject,
                before.alarm().first(),
                now,
                before.alarm().times() + 1);
        boolean due = !now.isBefore(before.sent().plus(window));
        open.put(identity, new Open(alarm, due ? now : before.sent()));
        return due ? Optional.of(alarm) : Optional.empty();
    }

    private void makeRoom() {
        Identity least = open.keySet().stream()
                .filter(each -> !each.kind().grave())
                .findFirst()
                .orElseGet(() -> open.keySet().iterator().next());
        open.remove(least);
    }

    private void send(Alarm alarm) {
        counters.increment(Metric.ALARMS_RAISED);
        for (Channel channel : channels) {
            try {
                channel.send(alarm, alarm.times() > 1);
            } catch (RuntimeException e) {
                counters.increment(Metric.ALARMS_CHANNEL_FAILURES);
            }
        }
    }
}
