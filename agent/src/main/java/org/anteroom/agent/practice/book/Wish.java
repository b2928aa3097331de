package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What a caller would like, as far as it is known.
 *
 * @param visitType name of the visit type
 * @param newPatient whether the patient has not been here before
 * @param within times that suit, one after another or at once; empty means any
 * @param except times that don't suit, also within those that do
 * @param providers ids of those wanted; empty means any
 * @param notProviders ids of those not wanted
 * @param pace how the offers are chosen
 */
public record Wish(
        String visitType,
        boolean newPatient,
        List<Window> within,
        List<Window> except,
        Set<String> providers,
        Set<String> notProviders,
        Pace pace) {
    public Wish {
        requireNonNull(visitType, "visitType");
        requireNonNull(pace, "pace");
        within = List.copyOf(within);
        except = List.copyOf(except);
        providers = Set.copyOf(providers);
        notProviders = Set.copyOf(notProviders);
    }

    /** How offers are chosen among the times that fit. */
    public enum Pace {
        /** Of different half days, the earliest first: a choice. */
        CHOICE,
        /** The earliest, half an hour apart at least. */
        SOONEST,
        /** Today only, under the same-day rule of the practice. */
        SAME_DAY
    }

    /** Any time with anybody, for a patient the practice knows. */
    public static Wish any(String visitType) {
        return new Wish(visitType, false, List.of(), List.of(), Set.of(), Set.of(), Pace.CHOICE);
    }

    public Wish within(Window... windows) {
        return new Wish(visitType, newPatient, List.of(windows), except, providers, notProviders, pace);
    }

    public Wish except(Window... windows) {
        return new Wish(visitType, newPatient, within, List.of(windows), providers, notProviders, pace);
    }

    public Wish with(String... wanted) {
        return new Wish(visitType, newPatient, within, except, Set.of(wanted), notProviders, pace);
    }

    public Wish without(String... unwanted) {
        return new Wish(visitType, newPatient, within, except, providers, Set.of(unwanted), pace);
    }

    public Wish paced(Pace other) {
        return new Wish(visitType, newPatient, within, except, providers, notProviders, other);
    }

    public Wish forNewPatient() {
        return new Wish(visitType, true, within, except, providers, notProviders, pace);
    }

    boolean wants(String provider) {
        return (providers.isEmpty() || providers.contains(provider)) && !notProviders.contains(provider);
    }
}
