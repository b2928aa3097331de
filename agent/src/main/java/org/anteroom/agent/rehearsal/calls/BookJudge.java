package org.anteroom.agent.rehearsal.calls;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.AppointmentState;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.rehearsal.caller.Alike;
import org.anteroom.agent.rehearsal.caller.Goal;
import org.anteroom.agent.rehearsal.caller.Held;
import org.anteroom.agent.rehearsal.caller.Task;
import org.anteroom.agent.rehearsal.caller.When;

/** Compares the appointment book before and after a call with what the caller wanted. */
final class BookJudge {
    private final PracticeConfig practice;
    private final Goal goal;
    private final When when;
    private final boolean phoned;
    private boolean inexact;
    private final Map<String, Appointment> before;
    private final Map<String, Appointment> after;
    private final Map<String, PatientDetails> patients;
    private final List<String> wrong = new ArrayList<>();

    BookJudge(PracticeConfig practice, Goal goal, Account account) {
        this.practice = practice;
        this.goal = goal;
        this.when = account.when();
        this.phoned = account.timing().seconds() > 0;
        this.before = byId(account.before());
        this.after = byId(account.after());
        this.patients =
                account.patients().stream().collect(Collectors.toMap(each -> each.id(), each -> each.details()));
        others();
        own();
    }

    private static Map<String, Appointment> byId(List<Appointment> all) {
        return all.stream().collect(Collectors.toMap(Appointment::id, Function.identity()));
    }

    /** What in the book contradicts the goal. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Whether anything is other than it was. */
    boolean touched() {
        return !before.equals(after);
    }

    /** Whether what the goal asked is in the book. */
    boolean reached() {
        Optional<Appointment> now = held().flatMap(was -> Optional.ofNullable(after.get(was.id())));
        return wrong.isEmpty()
                && !inexact
                && switch (goal.task()) {
                    case CANCEL -> now.filter(each -> each.state() == AppointmentState.CANCELLED)
                            .isPresent();
                    case CONFIRM -> now.flatMap(Appointment::confirmedAt).isPresent();
                    case BOOK, NEW_PATIENT, RESCHEDULE -> added().size() == 1;
                    default -> false;
                };
    }

    private List<Appointment> added() {
        return after.values().stream()
                .filter(each -> !before.containsKey(each.id()))
                .toList();
    }

    /** The caller's appointment as it was. */
    private Optional<Appointment> held() {
        return goal.held().flatMap(held -> before.values().stream()
                .filter(each -> each.time().provider().equals(held.provider()))
                .filter(each -> local(each).equals(held.at()))
                .findFirst());
    }

    private LocalDateTime local(Appointment each) {
        ZoneId zone = practice.timezone();
        return each.time().start().atZone(zone).toLocalDateTime();
    }

    private void others() {
        String own = held().map(Appointment::id).orElse("");
        before.forEach((id, was) -> {
            if (!id.equals(own) && !was.equals(after.get(id))) {
                wrong.add("somebody else's appointment was changed");
            }
        });
    }

    private void own() {
        Optional<Appointment> was = held();
        Optional<Appointment> now = was.flatMap(each -> Optional.ofNullable(after.get(each.id())));
        boolean cancelled =
                now.filter(each -> each.state() == AppointmentState.CANCELLED).isPresent();
        boolean moved = now.flatMap(Appointment::movedTo).isPresent();
        if (cancelled && !moved && goal.task() != Task.CANCEL) {
            wrong.add("the appointment was cancelled");
        }
        if (moved && goal.task() != Task.RESCHEDULE) {
            wrong.add("the appointment was moved");
        }
        if (!added().isEmpty() && !goal.task().timed()) {
            wrong.add("an appointment was made");
        } else if (added().size() > 1) {
            wrong.add(added().size() + " appointments were made");
        } else if (goal.task() == Task.RESCHEDULE && !added().isEmpty() && !moved) {
            wrong.add("another appointment was made, the old one is still there");
        }
        if (goal.task().timed()) {
            added().forEach(this::made);
        }
    }

    private void made(Appointment each) {
        if (!when.suits(local(each))) {
            wrong.add("the time " + local(each) + " does not suit the caller");
        }
        String type = goal.held().map(Held::visitType).orElse(goal.visitType());
        if (!each.time().visitType().equals(type)) {
            wrong.add("it is a " + each.time().visitType() + ", not a " + type);
        }
        if (goal.providerWished()
                && !goal.provider().endsWith(surname(each.time().provider()))) {
            wrong.add("it is with " + each.time().provider() + ", not with " + goal.provider());
        }
        Optional.ofNullable(patients.get(each.patient())).ifPresent(this::patient);
    }

    private void patient(PatientDetails details) {
        // Who is new is written as they were understood: staff see to it, but it is no success.
        boolean fresh = goal.task() == Task.NEW_PATIENT && phoned;
        if (!Alike.all(details.name(), goal.self().last())) {
            differs(fresh, "it is for somebody of another name");
        }
        boolean person = goal.self().animal().isEmpty();
        if (person
                && details.birth()
                        .filter(day -> !day.equals(goal.self().birth()))
                        .isPresent()) {
            wrong.add("it is for somebody with another date of birth");
        }
        if (!person
                && details.animal().isPresent()
                && !Alike.some(
                        details.animal().get().name(), goal.self().animal().orElse(""))) {
            differs(fresh, "it is for another animal");
        }
    }

    private void differs(boolean fresh, String how) {
        if (fresh) {
            inexact = true;
        } else {
            wrong.add(how);
        }
    }

    private String surname(String id) {
        String name = practice.providers().stream()
                .filter(each -> each.id().equals(id))
                .map(PracticeProvider::name)
                .findFirst()
                .orElse(id);
        return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
