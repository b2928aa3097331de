package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.OnDuty;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallGroup;
import org.anteroom.agent.config.OncallTarget;
import org.anteroom.agent.config.TargetKind;

/**
 * What a drill's call may do. Its phones are persons by construction: nothing here can name a service.
 *
 * @param account the caller's number, as the PBX tells it, of the account that makes drills
 * @param phones those that ring together, at least one; none of them is a service
 * @param observer sees the drill's call, and no other call
 */
public record DrillOrder(String account, List<Phone> phones, CallObserver observer) {
    /** A phone that rings in a drill. {@code number} as the PBX dials it. */
    public record Phone(String name, String number) {
        @Override
        public String toString() {
            return "Phone[" + name + "]";
        }
    }

    private static final String GROUP = "drill";

    public DrillOrder {
        phones = List.copyOf(phones);
        if (account.isBlank() || phones.isEmpty()) {
            throw new IllegalArgumentException("a drill needs an account that calls and a phone that rings");
        }
    }

    /** The on-call plan of the drill's call, at the pace of the practice's own. */
    OncallConfig plan(OncallConfig practice) {
        List<OncallTarget> targets = phones.stream()
                .map(phone -> new OncallTarget(
                        phone.name(),
                        Optional.of(phone.number()),
                        Optional.empty(),
                        TargetKind.PERSON,
                        OnDuty.ALWAYS,
                        Optional.empty()))
                .toList();
        return new OncallConfig(
                practice.acceptKey(),
                practice.acceptSeconds(),
                practice.emergencyKey(),
                practice.retrySeconds(),
                practice.allFailed(),
                practice.keys(),
                List.of(),
                List.of(new OncallGroup(GROUP, practice.groups().get(0).ringSeconds(), List.of(), targets)),
                List.of(),
                List.of());
    }

    @Override
    public String toString() {
        return "DrillOrder[" + phones.size() + " phones]";
    }
}
