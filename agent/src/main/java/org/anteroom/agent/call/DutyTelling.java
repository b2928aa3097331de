package org.anteroom.agent.call;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;

/**
 * Rings people with the outcome of a hand-over until they have pressed a key: at once, then after 1, 5 and 15 minutes, not
 * while an emergency is open. Who could not be told then is the matter of an alarm. Never blocks; any thread.
 */
final class DutyTelling implements AutoCloseable {
    /** From the end of one attempt to the next. */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));
    /** How often it is looked whether the emergency is over. */
    static final Duration LOOK = Duration.ofMinutes(1);

    static final int MOST_LOOKS = 120;

    /** Does something later, on its own thread; throws {@link RejectedExecutionException} when it will not. */
    interface Later {
        void after(Duration pause, Runnable task);
    }

    /** @param words made anew for each attempt: "tomorrow" is another day after midnight */
    private record Telling(String who, Supplier<String> words, Supplier<String> thanks) {}

    private final OncallConfig oncall;
    private final Supplier<DutyPhones> phones;
    private final Later later;
    private final Alarms alarms;
    private final Set<Telling> untold = ConcurrentHashMap.newKeySet();

    DutyTelling(OncallConfig oncall, Supplier<DutyPhones> phones, Later later, Alarms alarms) {
        this.oncall = oncall;
        this.phones = phones;
        this.later = later;
        this.alarms = alarms;
    }

    /**
     * Begins.
     *
     * @param words what is said until a key comes
     * @param thanks what is said then
     */
    void tell(String who, Supplier<String> words, Supplier<String> thanks) {
        Telling telling = new Telling(who, words, thanks);
        untold.add(telling);
        attempt(telling, 0, 0);
    }

    private void attempt(Telling telling, int before, int looks) {
        DutyPhones line = phones.get();
        if (line.emergency() && looks < MOST_LOOKS) {
            again(telling, LOOK, before, looks + 1);
            return;
        }
        var unused = line.ring(
                        telling.who(),
                        telling.words().get(),
                        () -> CompletableFuture.completedFuture(telling.thanks().get()))
                .whenComplete((end, fault) -> {
                    if (fault == null && end.answer() != DutyAnswer.NONE) {
                        untold.remove(telling);
                    } else if (before < PAUSES.size()) {
                        again(telling, PAUSES.get(before), before + 1, looks);
                    } else {
                        giveUp(telling);
                    }
                });
    }

    private void again(Telling telling, Duration pause, int before, int looks) {
        try {
            later.after(pause, () -> attempt(telling, before, looks));
        } catch (RejectedExecutionException stopping) {
            giveUp(telling);
        }
    }

    private void giveUp(Telling telling) {
        if (untold.remove(telling)) {
            String whom = oncall.keyOf(telling.who());
            alarms.raise(
                    Alarm.Kind.HAND_OVER_UNTOLD,
                    whom
                            + " could not be rung with the outcome of a hand-over of the on-call phone:"
                            + " tell them who is on call now. anteroom oncall now shows it.",
                    "hand-over " + whom);
        }
    }

    /** Whoever has not been told by now won't be by phone. */
    @Override
    public void close() {
        Set.copyOf(untold).forEach(this::giveUp);
    }
}
