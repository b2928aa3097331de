package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.anteroom.agent.emergency.LadderState.Phase;

/** Events in any order the network likes: what a ladder must never do, and what it must always do. */
class LadderPropertiesTest {

    /** One thing that happens to one of the legs, or to all. */
    record Happening(String kind, int leg, char key) {}

    @Property(tries = 2000)
    void whateverHappensTheCallerIsNeverStuckAndNobodyUnasked(
            @ForAll @Size(min = 1, max = 120) List<@From("happenings") Happening> happenings) {
        Phones phones = new Phones(
                group("one", 20, person("301"), person("302"), service("911")),
                group("two", 15, person("401"), service("988")));
        Watch watch = new Watch(phones);
        watch.see(phones.start());
        boolean over = false;
        for (Happening happening : happenings) {
            over |= happening.kind().equals("hang-up");
            watch.see(happen(phones, happening, watch));
            over |= watch.givenBack;
            watch.check(over);
        }
        for (int i = 0; i < 30; i++) {
            watch.see(phones.after(10));
            watch.check(over);
        }
        watch.see(phones.callerHungUp());
        for (int i = 0; i < 30; i++) {
            watch.see(phones.after(10));
            watch.check(true);
        }
        assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
        for (int leg : List.copyOf(watch.talking)) {
            if (watch.rung.get(leg).kind() == TargetKind.PERSON) {
                watch.see(phones.hungUp(leg));
            }
        }
        assertThat(watch.finished).as("an end").isEqualTo(1);
        assertThat(watch.talking).isEmpty();
    }

    private static List<LadderAct> happen(Phones phones, Happening happening, Watch watch) {
        int leg = happening.leg();
        return switch (happening.kind()) {
            case "ringing" -> phones.on(new LadderEvent.Ringing(leg));
            case "answered" -> phones.answered(leg);
            case "key" -> watch.key(leg, happening.key());
            case "command" -> watch.command(happening.key());
            case "unheard" -> phones.on(
                    new LadderEvent.Unheard(phones.state().watched().orElse(leg)));
            case "heard" -> phones.on(
                    new LadderEvent.Heard(phones.state().watched().orElse(leg)));
            case "busy" -> phones.on(new LadderEvent.Busy(leg, OptionalLong.of(happening.key() * 40L)));
            case "spoken" -> phones.on(new LadderEvent.Spoken(leg));
            case "failed" -> phones.failed(leg);
            case "ended" -> phones.on(new LadderEvent.LegEnded(leg));
            case "hang-up" -> phones.on(new LadderEvent.CallerHungUp());
            case "again" -> phones.start();
            default -> phones.after(happening.leg());
        };
    }

    @Provide
    Arbitrary<Happening> happenings() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just("answered")),
                                Tuple.of(4, Arbitraries.just("key")),
                                Tuple.of(3, Arbitraries.just("spoken")),
                                Tuple.of(3, Arbitraries.just("failed")),
                                Tuple.of(3, Arbitraries.just("ended")),
                                Tuple.of(4, Arbitraries.just("time")),
                                Tuple.of(3, Arbitraries.just("command")),
                                Tuple.of(1, Arbitraries.of("busy", "unheard", "heard")),
                                Tuple.of(1, Arbitraries.of("ringing", "again", "hang-up"))),
                        Arbitraries.integers().between(1, 14),
                        Arbitraries.of('1', '1', '1', '2', '2', '*', '*', '0', '7', '3', '9', '9', '9'))
                .as(Happening::new);
    }

    /** Watches the acts for what must never be. */
    private static final class Watch {
        private final Phones phones;
        private final Map<Integer, Target> rung = new HashMap<>();
        private final Set<Integer> accepted = new HashSet<>();
        /** Calls to services that have neither failed nor been given up. */
        private final Map<Integer, Target> services = new HashMap<>();

        /** Calls to services whose cancel is not confirmed. */
        private final Map<Integer, Target> cancelled = new HashMap<>();
        /** Somebody waits for a service that they asked for. */
        private boolean awaited;
        /** Before what is seen now. */
        private Phase before = Phase.IDLE;

        private final Set<Integer> announced = new HashSet<>();
        private final Set<Integer> talking = new HashSet<>();
        private boolean asked;
        private boolean givenBack;
        private int finished;

        Watch(Phones phones) {
            this.phones = phones;
        }

        List<LadderAct> key(int leg, char key) {
            if (key == '1' && announced.contains(leg)) {
                accepted.add(leg);
            }
            asked = key == '9';
            return phones.key(leg, key);
        }

        /** A star and a key of whoever has the call. */
        List<LadderAct> command(char key) {
            int leg = phones.state().winner().orElse(0);
            see(key(leg, '*'));
            return key(leg, key);
        }

        void see(List<LadderAct> acts) {
            for (LadderAct act : acts) {
                if (act instanceof LadderAct.Ring ring) {
                    assertThat(finished).as("ring after the end").isZero();
                    rung.put(ring.leg(), ring.target());
                    ringing(ring);
                } else if (act instanceof LadderAct.SayToLeg say) {
                    assertThat(rung.get(say.leg()).kind())
                            .as("nothing is played to a service")
                            .isEqualTo(TargetKind.PERSON);
                    disclosedOnlyAfterAccepting(say);
                    announced.add(say.leg());
                } else if (act instanceof LadderAct.Bridge bridge) {
                    boolean person = rung.get(bridge.leg()).kind() == TargetKind.PERSON;
                    assertThat(!person || accepted.contains(bridge.leg()))
                            .as("bridged without key 1")
                            .isTrue();
                    assertThat(talking)
                            .as("two people at once")
                            .noneMatch(leg -> rung.get(leg).kind() == TargetKind.PERSON);
                    talking.add(bridge.leg());
                } else if (act instanceof LadderAct.Join join) {
                    assertThat(rung.get(join.leg()).kind()).as("a third").isEqualTo(TargetKind.SERVICE);
                    talking.add(join.leg());
                } else if (act instanceof LadderAct.Cancel cancel) {
                    cancelled.put(cancel.leg(), rung.get(cancel.leg()));
                    services.remove(cancel.leg());
                } else if (act instanceof LadderAct.Drop drop) {
                    talking.remove(drop.leg());
                    services.remove(drop.leg());
                } else if (act instanceof LadderAct.Unbridge unbridge) {
                    talking.remove(unbridge.leg());
                    services.remove(unbridge.leg());
                } else if (act instanceof LadderAct.GiveBack) {
                    givenBack = true;
                } else if (act instanceof LadderAct.Finish) {
                    finished++;
                }
            }
            before = phones.phase();
        }

        /** A service is called by itself for a caller who is there and without anybody, or because somebody asked for it. */
        private void ringing(LadderAct.Ring ring) {
            if (ring.target().kind() == TargetKind.SERVICE) {
                assertThat(phones.state().callerHere() || awaited)
                        .as("without a caller")
                        .isTrue();
                assertThat(asked
                                || awaited
                                || !before.withHuman()
                                || !phones.phase().withHuman())
                        .as("unasked")
                        .isTrue();
                phones.live(services.keySet());
                assertThat(services).as("one call to a service").doesNotContainValue(ring.target());
                phones.live(cancelled.keySet());
                assertThat(cancelled.containsValue(ring.target()) && before.withHuman())
                        .as("beside a call to it that we gave up")
                        .isFalse();
                services.put(ring.leg(), ring.target());
            }
        }

        private void disclosedOnlyAfterAccepting(LadderAct.SayToLeg say) {
            boolean discloses =
                    say.sentence() == EmergencySentence.DISCLOSURE || say.sentence() == EmergencySentence.CALLER_NUMBER;
            assertThat(!discloses || accepted.contains(say.leg()))
                    .as("disclosed without key 1")
                    .isTrue();
        }

        void check(boolean over) {
            asked = false;
            awaited = phones.awaitsService();
            assertThat(finished).isLessThanOrEqualTo(1);
            if (!over) {
                assertThat(phones.phase())
                        .isIn(Phase.RINGING, Phase.DISCLOSING, Phase.BRIDGED, Phase.PASSING, Phase.WAITING);
            }
            boolean needsWinner = phones.phase().withHuman() || phones.phase() == Phase.DISCLOSING;
            assertThat(phones.state().winner().isPresent()).isEqualTo(needsWinner);
            assertThat(!phones.state().callerHere() && phones.joined())
                    .as("a service left to nobody")
                    .isFalse();
            assertThat(talking.size()).as("with the caller").isLessThanOrEqualTo(2);
            if (phones.state().callerHere() && phones.phase() != Phase.FINISHED) {
                assertThat(talking.isEmpty())
                        .as("a human has the caller")
                        .isEqualTo(!phones.phase().withHuman());
            }
            assertThat(phones.waitsForNobody()).as("waits, and nobody rings").isFalse();
        }
    }
}
