package org.anteroom.agent.practice;

import static java.util.Objects.requireNonNull;

/**
 * A phone of whoever was on call when a call-back was promised.
 *
 * @param name as the practice calls it
 * @param number as the PBX dials it
 */
public record CallBackOwner(String name, String number) {
    public CallBackOwner {
        requireNonNull(name, "name");
        requireNonNull(number, "number");
    }

    @Override
    public String toString() {
        return "CallBackOwner[" + name + "]";
    }
}
