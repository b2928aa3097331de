package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.config.RefillConfig;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Offer;

/**
 * What can be done for a caller beside taking a message, as the practice's configuration says.
 *
 * @param type of the practice
 * @param zone of every time of day
 * @param visits those that can be named by callers; empty where nothing is booked by phone
 * @param providers those who see patients by appointment
 * @param sameDayVisit name of the visit type that a new patient with pain gets on the same day
 * @param payers insurances the practice takes
 * @param pharmacies those that callers name
 */
public record Services(
        PracticeType type,
        ZoneId zone,
        NamedThings<VisitType> visits,
        List<PracticeProvider> providers,
        Optional<String> sameDayVisit,
        NamedThings<PracticePayer> payers,
        NamedThings<String> pharmacies,
        IdentityConfig identity,
        RefillConfig refills) {

    /** Messages only, in a practice of any type. */
    public static final Services NONE = new Services(
            PracticeType.MEDICAL,
            ZoneOffset.UTC,
            NamedThings.none(),
            List.of(),
            Optional.empty(),
            NamedThings.none(),
            NamedThings.none(),
            new IdentityConfig(Factor.NONE, Level.STAFF, Level.STAFF, Level.STAFF, Level.STAFF, 3, 30),
            new RefillConfig(List.of(), List.of()));

    public Services {
        providers = List.copyOf(providers);
    }

    /** Those of a configuration. */
    public static Services of(Config config) {
        return of(config.practice(), config.identity(), config.refills());
    }

    /** The same of the sections alone. */
    public static Services of(PracticeConfig practice, IdentityConfig identity, RefillConfig refills) {
        boolean books = practice.books();
        return new Services(
                practice.type(),
                practice.timezone(),
                books ? NamedThings.of(practice.visitTypes(), Services::names) : NamedThings.none(),
                books ? practice.providers() : List.of(),
                practice.booking().sameDayVisit(),
                NamedThings.of(practice.payers(), Services::names),
                NamedThings.of(refills.pharmacies(), Stream::of),
                identity,
                refills);
    }

    /** When a time begins, where the practice is. */
    LocalDateTime start(Offer offer) {
        return offer.start().atZone(zone).toLocalDateTime();
    }

    private static Stream<String> names(VisitType visit) {
        return Stream.concat(Stream.of(visit.name()), visit.aliases().stream());
    }

    private static Stream<String> names(PracticePayer payer) {
        return Stream.concat(Stream.of(payer.name()), payer.aliases().stream());
    }

    /** The kind of visit that new patients alone have, where there is one such. */
    Optional<VisitType> onlyForNew() {
        List<VisitType> those = visitTypes().stream()
                .filter(visit -> visit.patients() == VisitType.Patients.NEW)
                .toList();
        return those.size() == 1 ? Optional.of(those.get(0)) : Optional.empty();
    }

    /** The only kind of visit that such a patient can have, where there is but one. */
    Optional<VisitType> onlyOneFor(boolean newPatient) {
        List<VisitType> those = visitTypes().stream()
                .filter(visit -> visit.patients().admits(newPatient))
                .toList();
        return those.size() == 1 ? Optional.of(those.get(0)) : Optional.empty();
    }

    List<VisitType> visitTypes() {
        return visits.things();
    }

    /** Whether appointments can be made in a call; else every request for one goes to staff. */
    boolean books() {
        return !visitTypes().isEmpty() && !providers.isEmpty();
    }

    boolean veterinary() {
        return type == PracticeType.VETERINARY;
    }

    Optional<VisitType> visitType(String name) {
        return visitTypes().stream().filter(visit -> visit.name().equals(name)).findFirst();
    }

    Optional<PracticeProvider> provider(String id) {
        return providers.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Whether callers hear with whom a visit is: not where there is only one who does it. */
    boolean choiceOfProviders(String visitType) {
        return visitType(visitType)
                .map(visit -> providers.stream().filter(visit::doneBy).count() > 1)
                .orElse(false);
    }

    LocalDateTime here(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }

    LocalDate today(Instant now) {
        return here(now).toLocalDate();
    }
}
