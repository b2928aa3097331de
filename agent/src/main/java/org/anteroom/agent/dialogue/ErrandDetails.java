package org.anteroom.agent.dialogue;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anteroom.agent.config.PracticePayer;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.Standing;

/** What staff read of an errand, slot by slot, when it comes to them as a message. */
final class ErrandDetails {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, yyyy-MM-dd HH:mm", Locale.US);

    private final Errand errand;
    private final Services services;
    private final List<Detail> details = new ArrayList<>();

    private ErrandDetails(Errand errand, Services services) {
        this.errand = errand;
        this.services = services;
    }

    static List<Detail> of(Errand errand, Services services) {
        return errand.job()
                .map(job -> new ErrandDetails(errand, services).all(job))
                .orElse(List.of());
    }

    private List<Detail> all(Job job) {
        add("wants", Optional.of(job.name().toLowerCase(Locale.ROOT)));
        patient();
        switch (job) {
            case INSURANCE -> cover();
            case REFILL -> supply();
            default -> visit();
        }
        return details;
    }

    private void patient() {
        Who who = errand.who();
        if (who.other()) {
            add("calls for", Optional.of("somebody else"));
            add(Detail.PATIENT, who.names().stream().findFirst());
        }
        add(Detail.BIRTH, who.birth().map(Object::toString));
        add(Detail.ANIMAL, who.animal());
        add(
                Detail.ON_FILE,
                who.standing()
                        .map(stood -> stood.standing() instanceof Standing.Stranger
                                ? Detail.NOBODY
                                : Detail.patient(who.patient().orElse(""))));
        boolean proven = who.standing()
                .filter(stood -> stood.standing() instanceof Standing.Proven)
                .isPresent();
        who.shown()
                .flatMap(shown -> factor(shown, proven))
                .ifPresent(factor -> add(factor, Optional.of(proven ? "right" : "not right")));
    }

    private static Optional<String> factor(Evidence shown, boolean proven) {
        if (shown instanceof Evidence.Pin) {
            return Optional.of("pin");
        }
        // One that was right for somebody else in this call was not asked for again, so it was not wrong either.
        boolean texted = shown instanceof Evidence.Texted || (shown instanceof Evidence.TextedBefore && proven);
        return texted ? Optional.of("texted code") : Optional.empty();
    }

    private void visit() {
        Visiting visit = errand.visit();
        add("visit", visit.type());
        add("first visit", visit.firstVisit().map(first -> first ? "yes" : "no"));
        add("same day", visit.sameDay() ? Optional.of("asked for under the same-day rule") : Optional.empty());
        add("appointment", visit.moving().map(Appointment::time).map(this::time));
        add(
                "about",
                visit.moving().isPresent() ? Optional.empty() : visit.which().map(Preference::written));
        add("wanted", visit.wanted());
        add("time", visit.hold().map(Hold::offer).map(this::time));
        add(
                "offered",
                visit.offers().isEmpty() || visit.hold().isPresent()
                        ? Optional.empty()
                        : Optional.of(visit.offers().stream().map(this::time).collect(Collectors.joining("; "))));
        add("with", visit.with().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", visit.with())));
        add("not with", visit.without().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", visit.without())));
    }

    private String time(Offer offer) {
        ZonedDateTime start = offer.start().atZone(services.zone());
        return TIME.format(start) + " " + offer.visitType() + " with " + offer.provider();
    }

    private void cover() {
        Cover cover = errand.cover();
        add("insurance", cover.payer().map(name -> cover.listed() ? name : name + " (not on the list)"));
        add(
                "member id",
                cover.memberId()
                        .filter(id -> !id.isEmpty())
                        .map(id -> id + (cover.confirmed() ? "" : " (not confirmed)") + odd(cover, id)));
        add("group", cover.group().map(group -> group.isEmpty() ? "none" : group));
        add(
                "plan holder",
                cover.ownPlan()
                        .map(own -> own ? "the patient" : cover.subscriber().orElse("somebody else")));
    }

    private String odd(Cover cover, String id) {
        return looksRight(services, cover.payer().orElse(""), id) ? "" : " (does not look like one of theirs)";
    }

    /** Whether it is known how ids of that payer look. */
    static boolean patternKnown(Services services, String payer) {
        return services.payers().things().stream()
                .anyMatch(each -> each.name().equals(payer) && each.idPattern().isPresent());
    }

    /** Whether an id looks like one of the payer's, where it is known how they look. */
    static boolean looksRight(Services services, String payer, String id) {
        return services.payers().things().stream()
                .filter(each -> each.name().equals(payer))
                .map(PracticePayer::idPattern)
                .flatMap(Optional::stream)
                .allMatch(pattern -> plain(id).matches(pattern));
    }

    private static String plain(String id) {
        return id.replaceAll("[^A-Z0-9]", "");
    }

    private void supply() {
        Supply supply = errand.supply();
        add("refill", supply.what());
        add("pharmacy", supply.pharmacy());
        List<String> flags = new ArrayList<>();
        if (supply.what().map(this::controlled).orElse(false)) {
            flags.add("controlled");
        }
        if (supply.pharmacy().isPresent() && !supply.known()) {
            flags.add("new pharmacy");
        }
        if (errand.who().other()) {
            flags.add("asked for by somebody else: see who is listed");
        }
        add(Detail.FOR_CLINICIAN, flags.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", flags)));
    }

    private boolean controlled(String said) {
        String words = " " + said.toLowerCase(Locale.ROOT) + " ";
        return services.refills().controlled().stream()
                .anyMatch(name -> words.contains(" " + name.toLowerCase(Locale.ROOT) + " "));
    }

    private void add(String label, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> details.add(new Detail(label, text)));
    }
}
