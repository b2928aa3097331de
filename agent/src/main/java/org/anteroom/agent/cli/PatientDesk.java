package org.anteroom.agent.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.anteroom.agent.config.PinRule;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.reception.Credentials;
import org.anteroom.agent.practice.reception.Proxy;
import org.anteroom.agent.practice.reception.Task;

/** Keeps by what callers are known: PINs, and who may act for a patient. Any thread; blocks until the records answer. */
record PatientDesk(LocalBook book, Clock clock) {
    private static final int LONGEST = 80;
    private static final String WORDS = "book, confirm, cancel, reschedule, refill";

    /** @throws Failure with what is wrong, which then changes nothing */
    void serve(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        switch (request.verb()) {
            case LIST_PATIENTS -> PatientLines.list(Desk.await(book.patients().all(asker, clock.instant())))
                    .forEach(lines);
            case SET_PATIENT_PIN -> setPin(request, asker, lines);
            case REMOVE_PATIENT_PIN -> removePin(request, asker, lines);
            case ADD_PROXY -> addProxy(request, asker, lines);
            case LIST_PROXIES -> listProxies(request, asker, lines);
            case REMOVE_PROXY -> removeProxy(request.number(), asker, lines);
            default -> throw new IllegalArgumentException("not about patients");
        }
    }

    private void setPin(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Patient patient = patient(request.number(), asker);
        String pin = checked(request.attached(), patient);
        Desk.await(credentials().setPin(patient.id(), pin.toCharArray(), asker, clock.instant()));
        lines.accept("The PIN of patient " + patient.number() + " is kept.");
    }

    private void removePin(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Patient patient = patient(request.number(), asker);
        if (!Desk.await(credentials().removePin(patient.id(), asker, clock.instant()))) {
            throw Failure.failed("Patient " + patient.number() + " has no PIN.");
        }
        lines.accept("The PIN of patient " + patient.number() + " is removed.");
    }

    private void addProxy(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Patient patient = patient(request.number(), asker);
        String[] attached = request.attached().split("\n", 2);
        String name = Text.plain(attached[0], LONGEST).strip();
        String relation = Text.plain(request.word("relation"), LONGEST).strip();
        if (name.isEmpty() || relation.isEmpty()) {
            throw Failure.usage("A proxy needs a name and a relation to the patient.");
        }
        Optional<char[]> pin = attached.length > 1 && !attached[1].isEmpty()
                ? Optional.of(checked(attached[1], patient).toCharArray())
                : Optional.empty();
        Proxy added = Desk.await(credentials()
                .addProxy(
                        patient.id(),
                        name,
                        relation,
                        tasks(request.word("tasks")),
                        until(request.word("until")),
                        request.is("blocked"),
                        pin,
                        asker,
                        clock.instant()));
        lines.accept("proxy " + added.number() + " of patient " + patient.number() + " is listed.");
    }

    private void listProxies(ControlRequest request, Asker asker, Consumer<String> lines) throws Failure {
        Patient patient = patient(request.number(), asker);
        Instant now = clock.instant();
        List<Proxy> proxies = Desk.await(credentials().proxies(patient.id(), asker, now));
        PatientLines.proxies(proxies, LocalDate.ofInstant(now, book.timetable().zone()))
                .forEach(lines);
    }

    private void removeProxy(long number, Asker asker, Consumer<String> lines) throws Failure {
        if (!Desk.await(credentials().removeProxy(number, asker, clock.instant()))) {
            throw Failure.failed(
                    "There is no proxy " + number + "; 'anteroom patients proxy list' shows those of a patient.");
        }
        lines.accept("proxy " + number + " is off the list.");
    }

    private Credentials credentials() {
        return new Credentials(book);
    }

    private Patient patient(long number, Asker asker) throws Failure {
        return Desk.await(book.patients().byNumber(number, asker, clock.instant()))
                .orElseThrow(() ->
                        Failure.failed("There is no patient " + number + "; 'anteroom patients list' shows them."));
    }

    private static String checked(String pin, Patient patient) throws Failure {
        Optional<String> problem =
                PinRule.problem(pin, patient.details().phone().stream().toList());
        if (problem.isPresent()) {
            throw Failure.usage("The PIN " + problem.get() + ".");
        }
        return pin;
    }

    private static Set<Task> tasks(String words) throws Failure {
        List<String> named = Arrays.stream(words.split(","))
                .map(word -> word.strip().toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<Task> tasks = Arrays.stream(Task.values())
                .filter(task -> named.contains(task.name()))
                .collect(Collectors.toSet());
        if (tasks.size() != named.size()) {
            throw Failure.usage("--tasks must name some of " + WORDS + ", each once, with commas between.");
        }
        return tasks;
    }

    private static LocalDate until(String text) throws Failure {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Failure.usage("--until must be a date such as 2027-06-30.");
        }
    }
}
