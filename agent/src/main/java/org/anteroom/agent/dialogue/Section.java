package org.anteroom.agent.dialogue;

import java.util.Locale;

/** A part of the catalogue, written {@code [name]} in its files. Only two may use clinical words. */
public enum Section {
    GREETING,
    /** What a caller hears while a person is being fetched; may name dangers and emergency numbers. */
    EMERGENCY,
    /** What a caller hears who asks something clinical; may say what it will not answer. */
    BOUNDARY,
    FACTS,
    MESSAGE,
    APPOINTMENT,
    IDENTITY,
    INSURANCE,
    REFILL,
    PERSON,
    FALLBACK,
    GOODBYE,
    /** What the on-call phone hears; never played to a caller. */
    ON_CALL,
    /** What staff hear who put an override in force; never played to a caller. */
    STAFF;

    String heading() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reviewed as it stands: one wording, which a practice's own file may not change. Who is in danger, and who is woken at
     * night, hears what was tried.
     */
    boolean asReviewed() {
        return this == EMERGENCY || this == BOUNDARY || this == ON_CALL;
    }

    boolean mayBeClinical() {
        return this == EMERGENCY || this == BOUNDARY;
    }
}
