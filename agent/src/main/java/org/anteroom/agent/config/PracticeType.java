package org.anteroom.agent.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of practice it is: chooses the emergency phrases and the spoken sentences. */
public enum PracticeType {
    DENTAL,
    MEDICAL,
    VETERINARY,
    MENTAL_HEALTH;

    /** As written in configuration and data files: {@code mental-health}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type with this {@link #id}. */
    public static Optional<PracticeType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
