package org.anteroom.agent.emergency;

import static org.anteroom.agent.emergency.Phones.group;
import static org.anteroom.agent.emergency.Phones.person;
import static org.anteroom.agent.emergency.Phones.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                group("one", 20, person("301"), person("302"), service("911")), group("two", 15, person("401")));
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
        if (over) {
            assertThat(phones.phase()).isEqualTo(Phase.FINISHED);
        }
    }

    private static List<LadderAct> happen(Phones phones, Happening happening, Watch watch) {
        int leg = happening.leg();
        return switch (happening.kind()) {
            case "ringing" -> phones.on(new LadderEvent.Ringing(leg));
            case "answered" -> phones.answered(leg);
            case "key" -> watch.key(leg, happening.key());
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
                                Tuple.of(1, Arbitraries.of("ringing", "again", "hang-up"))),
                        Arbitraries.integers().between(1, 14),
                        Arbitraries.of('1', '1', '1', '2', '*', '*', '0', '7', '3'))
                .as(Happening::new);
    }

    /** Watches the acts for what must never be. */
    private static final class Watch {
        private final Phones phones;
        private final Map<Integer, Target> rung = new HashMap<>();
        private final Set<Integer> accepted = new HashSet<>();
        private final Set<Integer> announced = new HashSet<>();
        private final Set<Integer> bridged = new HashSet<>();
        private boolean givenBack;
        private int finished;

        Watch(Phones phones) {
            this.phones = phones;
        }

        List<LadderAct> key(int leg, char key) {
            if (key == '1' && announced.contains(leg)) {
                accepted.add(leg);
            }
            return phones.key(leg, key);
        }

        void see(List<LadderAct> acts) {
            for (LadderAct act : acts) {
                if (act instanceof LadderAct.Ring ring) {
                    assertThat(finished).as("ring after the end").isZero();
                    rung.put(ring.leg(), ring.target());
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
                    assertThat(bridged).as("two bridges at once").isEmpty();
                    bridged.add(bridge.leg());
                } else if (act instanceof LadderAct.Unbridge unbridge) {
                    bridged.remove(unbridge.leg());
                } else if (act instanceof LadderAct.GiveBack) {
                    givenBack = true;
                } else if (act instanceof LadderAct.Finish) {
                    finished++;
                }
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
            assertThat(finished).isLessThanOrEqualTo(1);
            if (!over) {
                assertThat(phones.phase())
                        .isIn(Phase.RINGING, Phase.DISCLOSING, Phase.BRIDGED, Phase.PASSING, Phase.WAITING);
            }
            boolean needsWinner = phones.phase().withHuman() || phones.phase() == Phase.DISCLOSING;
            assertThat(phones.state().winner().isPresent()).isEqualTo(needsWinner);
            assertThat(bridged.size())
                    .as("a human has the caller")
                    .isEqualTo(phones.phase().withHuman() ? 1 : 0);
        }
    }
}
