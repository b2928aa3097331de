package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.anteroom.agent.config.AlarmsConfig;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.AlarmLog;
import org.anteroom.agent.notice.AlarmOutlets;
import org.anteroom.agent.notice.AlarmPhone;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Rounds;
import org.anteroom.agent.watch.ThreadNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alarms of a service, on the channels of its configuration. Invariant: they are there before anything that can break,
 *  and closed after it; what comes later, the log and the line, is given to them. Any thread.
 */
final class ServiceAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAlarms.class);
    private static final Duration DAILY = Duration.ofDays(1);

    private final Counters counters;
    private final Clock clock;
    private final Alarms alarms;
    private volatile AlarmsConfig config;
    private volatile @Nullable AlarmPhone phone;

    private ServiceAlarms(AlarmsConfig config, Counters counters, Clock clock, OwnedParts parts) {
        this.config = config;
        this.counters = counters;
        this.clock = clock;
        AlarmOutlets channels = AlarmOutlets.open(config, this::ring, counters);
        this.alarms = parts.own(new Alarms(channels.outlets(), times(config), clock, counters));
        parts.own(new Rounds(ThreadNames.NOTICE + "-clock", Duration.ZERO)).every(Alarms.EVERY, alarms::tick);
        tellUnusable(channels);
    }

    private static AlarmTimes times(AlarmsConfig config) {
        return AlarmTimes.of(
                Duration.ofMinutes(config.repeatMinutes()), Duration.ofMinutes(config.channelFailedMinutes()));
    }

    private void tellUnusable(AlarmOutlets channels) {
        channels.unusable().forEach((name, sentence) -> alarms.raise(Alarm.Kind.CHANNEL, sentence, name));
    }

    /** @param parts closes them, with what was made before */
    static ServiceAlarms open(AlarmsConfig config, Counters counters, Clock clock, OwnedParts parts) {
        return new ServiceAlarms(config, counters, clock, parts);
    }

    Alarms alarms() {
        return alarms;
    }

    /** From now on the channels of this configuration, where it differs; open alarms go on through them. Blocks while those
     *  before close, which takes some seconds at most each. One change at a time.
     */
    void goBy(AlarmsConfig next) {
        if (next.equals(config)) {
            return;
        }
        boolean sameChannels = next.sameChannels(config);
        config = next;
        if (sameChannels) {
            // A phone that rings for an alarm now goes on ringing.
            alarms.pace(times(next));
            return;
        }
        AlarmOutlets channels = AlarmOutlets.open(next, this::ring, counters);
        alarms.change(channels.outlets(), times(next));
        tellUnusable(channels);
    }

    /** From now on phones are rung by this. */
    void ringBy(AlarmPhone ringing) {
        phone = ringing;
    }

    private void ring(String number, Alarm.Kind kind, Runnable taken) throws Undelivered, InterruptedException {
        AlarmPhone ringing = phone;
        if (ringing == null) {
            throw Undelivered.forNow("A phone can't be rung yet: the service is starting.");
        }
        ringing.tell(number, kind, taken);
    }

    /** From now on what happens to alarms is kept there, for as many days as are configured. */
    void keepLog(Store store, Rounds rounds) {
        AlarmLog log = new AlarmLog(store);
        try {
            alarms.keep(log);
        } catch (StoreException e) {
            LOG.warn("What happens to alarms is not kept until the next restart: {}", e.sentence());
        }
        rounds.nowAndEvery(DAILY, () -> {
            Instant now = clock.instant();
            var unused = log.forget(now.minus(Duration.ofDays(config.logDays())), now);
        });
    }
}
