package org.anteroom.agent.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.anteroom.agent.config.DrillConfig;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;

/** Which phones a drill rings. Pure. */
public final class DrillTargets {

    static final String AUTO = "automatic phone";
    private static final String PHONE = "drill phone ";

    private DrillTargets() {}

    /** The automatic phone and those of people that the configuration names for drills; never the number of a service.
     *
     *  @param plan every target of the on-call plan, services among them
     *  @param people whether phones of people may ring now
     */
    public static List<Target> configured(DrillConfig drill, List<Target> plan, boolean people) {
        List<Target> phones = new ArrayList<>();
        drill.autoUser().ifPresent(user -> phones.add(new Target(AUTO, user, TargetKind.PERSON)));
        if (people) {
            for (int i = 0; i < drill.phones().size(); i++) {
                phones.add(new Target(PHONE + (i + 1), drill.phones().get(i), TargetKind.PERSON));
            }
        }
        return persons(phones, plan);
    }

    /** The people who are on call, and nobody else. */
    public static List<Target> real(List<Target> onCallNow, List<Target> plan) {
        return persons(onCallNow, plan);
    }

    /** Each number once; none that is a service anywhere in the plan, whatever it is called here. */
    private static List<Target> persons(List<Target> phones, List<Target> plan) {
        Set<String> services = plan.stream()
                .filter(target -> target.kind() == TargetKind.SERVICE)
                .map(Target::number)
                .collect(Collectors.toSet());
        Map<String, Target> kept = new LinkedHashMap<>();
        phones.stream()
                .filter(phone -> phone.kind() == TargetKind.PERSON && !services.contains(phone.number()))
                .forEach(phone -> kept.putIfAbsent(phone.number(), phone));
        return List.copyOf(kept.values());
    }
}
