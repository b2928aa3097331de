package org.anteroom.agent.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.Visit;
import org.anteroom.agent.practice.reception.Credentials;
import org.anteroom.agent.practice.reception.Task;
import org.anteroom.agent.rehearsal.OnFile;
import org.anteroom.agent.rehearsal.TextPractice;

/** Puts who and what is on file before a tried conversation into the practice's book. */
final class Enrolment {
    private static final Asker STAFF = Asker.staff("converse");

    private Enrolment() {}

    static void of(List<OnFile> onFile, TextPractice practice, LocalBook book, Instant now) {
        Map<String, String> ids = new HashMap<>();
        for (OnFile each : onFile) {
            if (each instanceof OnFile.Person person) {
                String id = enrolled(book, person, now).id();
                ids.put(person.name(), id);
                person.pin().ifPresent(pin -> new Credentials(book)
                        .setPin(id, pin.toCharArray(), STAFF, now)
                        .join());
            } else if (each instanceof OnFile.Proxy proxy) {
                new Credentials(book)
                        .addProxy(
                                ids.getOrDefault(proxy.patient(), ""),
                                proxy.name(),
                                "listed",
                                EnumSet.allOf(Task.class),
                                LocalDate.ofInstant(now, practice.practice().timezone())
                                        .plusYears(1),
                                false,
                                Optional.of(proxy.pin().toCharArray()),
                                STAFF,
                                now)
                        .join();
            } else if (each instanceof OnFile.Visit visit) {
                book(book, practice, visit, ids.getOrDefault(visit.name(), ""), now);
            }
        }
    }

    private static Patient enrolled(LocalBook book, OnFile.Person person, Instant now) {
        PatientDetails details = new PatientDetails(
                person.name(),
                person.birth(),
                person.phone(),
                // Somebody whom the practice's own system knows: one without is taken for enrolled by a call, and so
                // for new.
                Optional.of("on file: " + person.name()),
                false,
                person.animal().map(name -> new Animal(name, Optional.empty())));
        return book.patients().enrol(details, STAFF, now).join();
    }

    private static void book(LocalBook book, TextPractice practice, OnFile.Visit visit, String patient, Instant now) {
        Instant start = visit.at().atZone(practice.practice().timezone()).toInstant();
        int minutes = practice.practice().visitTypes().stream()
                .filter(type -> type.name().equals(visit.visitType()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no visit type " + visit.visitType()))
                .minutes();
        Offer offer = new Offer(
                visit.provider(), Optional.empty(), visit.visitType(), start, start.plusSeconds(minutes * 60L));
        book.book(offer, Visit.of(patient), STAFF, now).join();
    }
}
