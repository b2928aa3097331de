package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.rehearsal.caller.Alike;
import org.anteroom.agent.rehearsal.caller.Goal;
import org.anteroom.agent.rehearsal.caller.Task;

/** Compares what was stored for staff with what the caller wanted. */
final class InboxJudge {
    private static final double HALF = 0.5;
    /** What is kept as it was understood, and never read back. */
    private static final Set<String> IN_WORDS = Set.of("refill", "pharmacy", Detail.ANIMAL);

    private final Goal goal;
    private final List<Request.TakeMessage> messages;
    private final boolean unfinished;
    private final List<String> wrong = new ArrayList<>();
    /** Something that staff hear in the caller's own voice is written otherwise. */
    private boolean inexact;

    InboxJudge(Goal goal, List<Request> saved) {
        this.goal = goal;
        this.messages = saved.stream().flatMap(each -> message(each).stream()).toList();
        this.unfinished = saved.stream()
                .anyMatch(each -> each instanceof Request.IncompleteRequest part
                        && part.callBack().isPresent());
        messages.forEach(this::check);
    }

    private static Optional<Request.TakeMessage> message(Request request) {
        if (request instanceof Request.PromiseCallBack promised) {
            return Optional.of(promised.message());
        }
        return request instanceof Request.TakeMessage message ? Optional.of(message) : Optional.empty();
    }

    /** What in the inbox contradicts the goal. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** Whether staff have anything to go by. */
    boolean something() {
        return !messages.isEmpty() || unfinished;
    }

    /** Whether what the goal asked is there, complete. */
    boolean reached() {
        return wrong.isEmpty() && !inexact && messages.stream().anyMatch(this::complete);
    }

    private boolean complete(Request.TakeMessage message) {
        boolean whole =
                switch (goal.task()) {
                    case INSURANCE -> detail(message, "member id").isPresent();
                    case REFILL -> detail(message, "refill").isPresent();
                    case MESSAGE -> heard(message.about(), goal.errand().message());
                    default -> true;
                };
        return whole
                && filed(message.category())
                && message.callBack().equals(goal.self().phone());
    }

    private static Optional<String> detail(Request.TakeMessage message, String label) {
        return message.details().stream()
                .filter(each -> each.label().equals(label))
                .map(Detail::value)
                .findFirst();
    }

    private boolean filed(Category category) {
        return switch (goal.task()) {
            case INSURANCE -> category == Category.INSURANCE;
            case REFILL -> category == Category.REFILL;
            case BILLING -> Set.of(Category.BILLING, Category.INSURANCE, Category.MESSAGE, Category.CALL_BACK)
                    .contains(category);
            case NEW_PATIENT, BOOK, RESCHEDULE, CANCEL, CONFIRM -> category == Category.APPOINTMENT;
            default -> Set.of(
                            Category.MESSAGE,
                            Category.CALL_BACK,
                            Category.CLINICAL_QUESTION,
                            Category.RECORDS,
                            Category.PAGE)
                    .contains(category);
        };
    }

    private void check(Request.TakeMessage message) {
        if (!message.callBack().isEmpty()
                && !message.callBack().equals(goal.self().phone())) {
            wrong.add("the message has the number of somebody else");
        }
        boolean heard = message.nameClip().isPresent();
        if (!message.name().isBlank() && !Alike.some(message.name(), goal.self().name())) {
            if (heard) {
                inexact = true;
            } else {
                wrong.add("the message has another name");
            }
        }
        message.details().forEach(detail -> check(detail, heard));
        if (goal.task() == Task.OFFICE_FACT || goal.task() == Task.WRONG_NUMBER) {
            wrong.add("a message was stored that nobody asked for");
        }
    }

    /** @param heard whether staff can hear what the caller said */
    private void check(Detail detail, boolean heard) {
        String value = detail.value().toLowerCase(Locale.ROOT);
        boolean right =
                switch (detail.label()) {
                    case "wants" -> (!goal.task().inBook() && !errand()) || value.equals(wants());
                    case Detail.BIRTH -> value.equals(goal.self().birth().toString());
                    case Detail.ANIMAL -> Alike.some(value, goal.self().animal().orElse(""));
                    case "member id" -> value.toUpperCase(Locale.ROOT)
                            .replaceAll("\\(.*", "")
                            .replaceAll("[^A-Z0-9]", "")
                            .equals(goal.errand().memberId());
                    case "insurance" -> value.contains(goal.errand().payer());
                    case "refill" -> heard(value, goal.errand().drug());
                    case "pharmacy" -> heard(value, goal.errand().pharmacy());
                    case "visit" -> value.equals(goal.visitType());
                    default -> true;
                };
        if (!right && heard && IN_WORDS.contains(detail.label())) {
            inexact = true;
        } else if (!right) {
            wrong.add("the message has another \"" + detail.label() + "\": " + value);
        }
    }

    private boolean errand() {
        return goal.task() == Task.INSURANCE || goal.task() == Task.REFILL;
    }

    private String wants() {
        return goal.task().books() ? "book" : goal.task().id();
    }

    /** Whether half of the words at least are there. */
    private static boolean heard(String text, String wanted) {
        List<String> words = Arrays.asList(wanted.split(" "));
        String padded = " " + text.toLowerCase(Locale.ROOT) + " ";
        long found =
                words.stream().filter(word -> padded.contains(" " + word + " ")).count();
        return found >= HALF * words.size();
    }
}
