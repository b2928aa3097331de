package org.anteroom.agent.emergency;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of practice that have phrases of their own beside the base set. */
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
