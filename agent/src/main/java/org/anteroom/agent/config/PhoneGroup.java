package org.anteroom.agent.config;

import java.util.List;

/**
 * An on-call group as its file names it, right or wrong.
 *
 * @param name empty where it isn't filled in yet
 */
public record PhoneGroup(String name, List<Phone> phones) {

    public PhoneGroup {
        phones = List.copyOf(phones);
    }

    /**
     * One phone.
     *
     * @param number as it is written; empty where a rota stands in its place, or nothing
     * @param person whether a person is always rung there: no service, no rota, at all hours
     */
    public record Phone(String name, String number, boolean person) {}
}
