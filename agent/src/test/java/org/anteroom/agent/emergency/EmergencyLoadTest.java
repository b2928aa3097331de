package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.anteroom.agent.emergency.LadderState.Phase;
import org.junit.jupiter.api.Test;

/**
 * A thousand emergencies at random moments share four phones that are busy, answered by voicemail, declined, left to ring, dropped
 * and passed on: no caller is ever left with nobody who rings, talks or will be rung.
 */
class EmergencyLoadTest {
    private static final int EMERGENCIES = 1_000;
    /** On average, so that often several callers want the same phones. */
    private static final int BETWEEN_MS = 30_000;

    private static final int TICK_MS = 200;
    private static final Plan PLAN = Plan.of(
            List.of(group("one", 25, person("301"), person("302")), group("two", 25, person("401"), person("402"))));

    private final Random random = new Random(4);
    /** Which emergency a phone talks with. */
    private final Map<String, Emergency> talking = new HashMap<>();

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long nowMs;
    private long number;

    private record Due(long atMs, long order, Runnable happens) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return atMs != other.atMs ? Long.compare(atMs, other.atMs) : Long.compare(order, other.order);
        }
    }

    private void in(long ms, Runnable happens) {
        due.add(new Due(nowMs + ms, number++, happens));
    }

    /** One caller with a ladder of their own. */
    private final class Emergency {
        private final Ladder ladder = new Ladder(PLAN);
        private final Map<Integer, String> rung = new HashMap<>();
        private final long begunMs = nowMs;
        private LadderState state = ladder.initial();
        private boolean here = true;
        private boolean finished;
        private long humanMs = -1;

        void begin() {
            on(new LadderEvent.Start(Phones.ALARM));
            in(TICK_MS, this::tick);
        }

        private void tick() {
            on(new LadderEvent.Tick());
            if (!finished) {
                in(TICK_MS, this::tick);
            }
        }

        private void on(LadderEvent event) {
            LadderStep step = ladder.step(state, event, nowMs);
            state = step.state();
            step.acts().forEach(this::done);
        }

        private void done(LadderAct act) {
            if (act instanceof LadderAct.Ring ring) {
                rung.put(ring.leg(), ring.target().number());
                ring(ring.leg(), ring.target().number());
            } else if (act instanceof LadderAct.Bridge bridge) {
                humanMs = humanMs < 0 ? nowMs : humanMs;
                talk(bridge.leg());
            } else if (act instanceof LadderAct.Unbridge unbridge) {
                free(unbridge.leg());
            } else if (act instanceof LadderAct.Drop drop) {
                free(drop.leg());
            } else if (act instanceof LadderAct.Cancel cancel) {
                in(50, () -> on(new LadderEvent.Failed(cancel.leg(), "487")));
            } else if (act instanceof LadderAct.Finish || act instanceof LadderAct.GiveBack) {
                finished = true;
                here = false;
            }
        }

        private void ring(int leg, String phone) {
            if (talking.containsKey(phone)) {
                in(40, () -> on(new LadderEvent.Failed(leg, "busy")));
                return;
            }
            int fate = random.nextInt(10);
            if (fate < 2) {
                in(3_000, () -> on(new LadderEvent.Failed(leg, "declined")));
            } else if (fate < 4) {
                in(15_000, () -> on(new LadderEvent.Answered(leg)));
            } else if (fate < 8) {
                in(2_000 + random.nextInt(9_000), () -> picksUp(leg, phone));
            }
        }

        private void picksUp(int leg, String phone) {
            if (talking.putIfAbsent(phone, this) != null) {
                on(new LadderEvent.Failed(leg, "busy"));
                return;
            }
            on(new LadderEvent.Answered(leg));
            in(2_000, () -> on(new LadderEvent.Key(leg, '1')));
            if (random.nextInt(10) == 0) {
                in(3_000, () -> gone(leg));
            }
            in(5_000, () -> on(new LadderEvent.Spoken(leg)));
            in(60_000, () -> free(leg));
        }

        private void talk(int leg) {
            if (random.nextInt(5) == 0) {
                in(4_000, () -> on(new LadderEvent.Key(leg, '*')));
                in(4_300, () -> on(new LadderEvent.Key(leg, "237".charAt(random.nextInt(3)))));
            }
            in(20_000 + random.nextInt(40_000), () -> gone(leg));
        }

        private void gone(int leg) {
            on(new LadderEvent.LegEnded(leg));
            free(leg);
        }

        private void free(int leg) {
            talking.remove(rung.getOrDefault(leg, ""), this);
        }

        private void hangUp() {
            here = false;
            on(new LadderEvent.CallerHungUp());
        }

        /** Nobody waits without anybody who rings, talks or will be rung. */
        private void check() {
            if (here && !finished) {
                assertThat(state.phase()).isNotIn(Phase.IDLE, Phase.FINISHED);
                if (state.phase() == Phase.WAITING) {
                    assertThat(state.retryDue(nowMs + PLAN.pace().retry().toMillis()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void ofAThousandEmergenciesNoneIsStuck() {
        List<Emergency> all = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < EMERGENCIES; i++) {
            at += (long) (-Math.log(1 - random.nextDouble()) * BETWEEN_MS);
            due.add(new Due(at, number++, () -> {
                Emergency emergency = new Emergency();
                all.add(emergency);
                emergency.begin();
                in(240_000 + random.nextInt(240_000), emergency::hangUp);
            }));
        }
        for (Due next = due.poll(); next != null; next = due.poll()) {
            nowMs = next.atMs();
            next.happens().run();
            all.removeIf(each -> each.finished && each.humanMs >= 0);
            all.forEach(Emergency::check);
        }
        assertThat(nowMs - at).as("all over soon after the last").isLessThan(1_200_000);
        assertThat(all).as("ended for their ladder").allMatch(each -> each.finished);
        assertThat(all.size())
                .as("callers who gave up after four to eight minutes, because all phones were taken")
                .isLessThan(EMERGENCIES / 8);
    }
}
