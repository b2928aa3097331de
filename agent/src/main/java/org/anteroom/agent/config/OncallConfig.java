package org.anteroom.agent.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who takes emergencies: groups are tried in order, and from the first again when all failed. */
@Key(doc = "Who takes emergencies. Groups are tried in order, and again from the first when nobody accepted.")
public record OncallConfig(
        @Key(doc = "Key with which an on-call person accepts the call.", preset = "1", form = Form.KEY)
                String acceptKey,
        @Key(doc = "Seconds an answered phone has to press the accept key.", preset = "12", min = 5, max = 60)
                int acceptSeconds,
        @Key(
                        doc =
                                "Key with which a caller raises an emergency in every state. Some PBXs take star codes themselves.",
                        preset = "*",
                        form = Form.SYMBOL_KEY)
                String emergencyKey,
        @Key(
                        doc = "Seconds after which all groups are tried again when nobody accepted.",
                        preset = "10",
                        min = 5,
                        max = 120)
                int retrySeconds,
        @Key(doc = "What the caller hears when nobody accepted: call-911 or call-911-or-988.", preset = "call-911")
                FailedSentence allFailed,
        @Key(doc = "") BridgeKeysConfig keys,
        @Key(
                        doc =
                                "What may be handed to the PBX once it has taken a call and talked for 10 s: [], [\"person\"],"
                                        + " [\"service\"] or both. The PBX then carries the call without this machine, and the keys"
                                        + " *2, *3, *7 and *9 end. It must take REFER with Replaces; where it doesn't, nothing changes.")
                List<TargetKind> handBack,
        @Key(name = "group", doc = "Phones that ring at the same time.") List<OncallGroup> groups,
        @Key(name = "person", doc = "People who are on call by a rota.", spare = true) List<OncallPerson> people,
        @Key(
                        name = "rota",
                        doc =
                                "Who is on call when: people take turns, or have dated shifts (rota.shift), in the practice's time"
                                        + " zone. A target with rota = NAME rings whoever is on call by it. A change for some days"
                                        + " is an override: written here, or put in with: anteroom oncall override.",
                        spare = true)
                List<OncallRota> rotas,
        @Key(doc = "") HandOverConfig handOver) {

    public OncallConfig {
        handBack = List.copyOf(handBack);
        groups = List.copyOf(groups);
        people = List.copyOf(people);
        rotas = List.copyOf(rotas);
    }

    /** The same without hand-overs by phone. */
    public OncallConfig(
            String acceptKey,
            int acceptSeconds,
            String emergencyKey,
            int retrySeconds,
            FailedSentence allFailed,
            BridgeKeysConfig keys,
            List<TargetKind> handBack,
            List<OncallGroup> groups,
            List<OncallPerson> people,
            List<OncallRota> rotas) {
        this(
                acceptKey,
                acceptSeconds,
                emergencyKey,
                retrySeconds,
                allFailed,
                keys,
                handBack,
                groups,
                people,
                rotas,
                HandOverConfig.NONE);
    }

    /** The groups as they are rung now: without targets that are off duty by the hours, without groups left empty. */
    public List<OncallGroup> onDuty(boolean openNow) {
        OnDuty off = openNow ? OnDuty.CLOSED : OnDuty.OPEN;
        return groups.stream()
                .map(group -> group.with(group.targets().stream()
                        .filter(target -> target.when() != off && target.when() != OnDuty.KEY)
                        .toList()))
                .filter(group -> !group.targets().isEmpty())
                .toList();
    }

    /** The same without time: who takes turns in a rota stands in its place, and what is rung by the hours is rung always. */
    OncallConfig everybody() {
        return new OncallConfig(
                acceptKey,
                acceptSeconds,
                emergencyKey,
                retrySeconds,
                allFailed,
                keys,
                handBack,
                groups.stream().map(this::everybody).toList(),
                List.of(),
                List.of());
    }

    private OncallGroup everybody(OncallGroup group) {
        Map<String, OncallTarget> byNumber = new LinkedHashMap<>();
        group.targets().stream()
                .flatMap(target -> target.rota().map(this::phonesOf).orElseGet(() -> Stream.of(target.always())))
                .forEach(target -> byNumber.putIfAbsent(target.number().orElse(target.name()), target));
        return group.with(List.copyOf(byNumber.values()));
    }

    private Stream<OncallTarget> phonesOf(String name) {
        Set<String> elsewhere = rotas.stream()
                .filter(rota -> !rota.name().equals(name))
                .flatMap(OncallRota::people)
                .collect(Collectors.toSet());
        rotas.stream()
                .filter(rota -> rota.name().equals(name))
                .flatMap(OncallRota::people)
                .forEach(elsewhere::remove);
        // Whom no rota names may be on call in somebody's place.
        return people.stream()
                .filter(person -> !elsewhere.contains(person.name()))
                .flatMap(person -> person.numbers().stream()
                        .map(number -> new OncallTarget(
                                person.name(),
                                Optional.of(number),
                                Optional.empty(),
                                person.kind(),
                                OnDuty.ALWAYS,
                                person.stateLawChecked())));
    }

    /** The key under which somebody stands in the file: what tells people apart where no name may be written. */
    public String keyOf(String person) {
        return "oncall.person[" + numberOf(person) + "]";
    }

    /** The how-manieth of the file somebody is, from 1; 0 for nobody. */
    public int numberOf(String person) {
        return people.stream().map(OncallPerson::name).toList().indexOf(person) + 1;
    }
}
