package org.anteroom.agent.config;

import java.util.List;
import java.util.Optional;

/**
 * A kind of visit that can be booked.
 *
 * @param minutes with the provider, a multiple of 5
 * @param bufferBeforeMinutes kept free before it, for the provider and the room, within the hours
 * @param bufferAfterMinutes the same after it
 * @param providers ids of those who do it; empty means all who don't name others
 * @param rooms names of the rooms it can be in, the first free one is taken; empty means those of the provider
 */
public record VisitType(
        @Key(doc = "Name as it should be spoken.", example = "cleaning") String name,
        @Key(doc = "Other names callers use.", example = "[\"hygiene visit\", \"teeth cleaning\"]")
                List<String> aliases,
        @Key(doc = "Length, minutes, a multiple of 5.", example = "45", min = 5, max = 600) int minutes,
        @Key(doc = "Kept free before it, minutes.", preset = "0", min = 0, max = 240) int bufferBeforeMinutes,
        @Key(doc = "Kept free after it, minutes.", preset = "0", min = 0, max = 240) int bufferAfterMinutes,
        @Key(doc = "Ids of the providers who do it; none means all.", example = "[\"ortiz\"]") List<String> providers,
        @Key(doc = "Rooms by name; none means those of the provider.", example = "[\"Operatory 1\"]")
                List<String> rooms,
        @Key(doc = "all, new or existing: which patients it is for.", preset = "all") Patients patients,
        @Key(
                        doc = "open: booked at once; staff-approval: proposed to staff; staff-only: not by phone.",
                        preset = "staff-approval")
                ByPhone byPhone,
        @Key(
                        doc = "How to prepare for it, as staff wrote it and as it should be spoken; nothing about"
                                + " anybody's health.",
                        example = "Please come ten minutes early and bring your insurance card.")
                Optional<String> preparation) {

    public VisitType {
        aliases = List.copyOf(aliases);
        providers = List.copyOf(providers);
        rooms = List.copyOf(rooms);
    }

    /** From the end of what came before to the beginning of what comes after, minutes. */
    public int blockedMinutes() {
        return bufferBeforeMinutes + minutes + bufferAfterMinutes;
    }

    /** Whether a provider does it: those it names, or else those who don't name others. */
    public boolean doneBy(PracticeProvider provider) {
        return providers.isEmpty()
                ? provider.visitTypes().isEmpty() || provider.visitTypes().contains(name)
                : providers.contains(provider.id());
    }

    /** Which patients a visit is for. */
    public enum Patients {
        ALL,
        NEW,
        EXISTING;

        /** Whether it is for a patient of that kind. */
        public boolean admits(boolean newPatient) {
            return this == ALL || (this == NEW) == newPatient;
        }
    }

    /** What the receptionist may do with it by itself. */
    public enum ByPhone {
        /** Booked while the caller waits. */
        OPEN,
        /** The time is kept; staff say yes or no. */
        STAFF_APPROVAL,
        /** Staff alone book it. */
        STAFF_ONLY
    }
}
