package org.anteroom.agent.rehearsal.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.rehearsal.TextPractice;
import org.anteroom.agent.rehearsal.caller.Goal;
import org.anteroom.agent.rehearsal.caller.Situation;
import org.anteroom.agent.rehearsal.caller.Task;

/** Decides exactly whether a call reached its goal, and what contradicts it. */
final class Judge {
    private final TextPractice practice;
    private final Goal goal;
    private final Account account;
    private final BookJudge book;
    private final InboxJudge inbox;
    private final List<String> wrong;

    private Judge(TextPractice practice, Situation situation, Account account) {
        this.practice = practice;
        this.goal = situation.goal();
        this.account = account;
        this.book = new BookJudge(practice.practice(), goal, account);
        this.inbox = new InboxJudge(goal, account.saved());
        this.wrong = new ArrayList<>(book.wrong());
        wrong.addAll(inbox.wrong());
    }

    static Verdict of(TextPractice practice, Situation situation, Account account) {
        Judge judge = new Judge(practice, situation, account);
        Outcome outcome = judge.outcome();
        return new Verdict(practice.type(), situation, account, outcome, judge.wrong);
    }

    private Outcome outcome() {
        if (goal.task() == Task.EMERGENCY && account.ending() != Ending.EMERGENCY) {
            wrong.add("the emergency was not taken");
        }
        if (goal.task().inBook() && account.toldDone() && !book.touched() && !inbox.something()) {
            wrong.add("the caller was told that it is done, and nothing is");
        }
        if (!wrong.isEmpty()) {
            return Outcome.WRONG;
        }
        return reached().orElseGet(this::otherwise);
    }

    private Outcome otherwise() {
        boolean person = account.ending() == Ending.TRANSFER || account.ending() == Ending.EMERGENCY;
        return person || inbox.something() ? Outcome.TO_STAFF : Outcome.NOTHING;
    }

    private Optional<Outcome> reached() {
        return switch (goal.task()) {
            case NEW_PATIENT, BOOK -> when(book.reached(), Outcome.IN_BOOK);
            case RESCHEDULE, CANCEL, CONFIRM -> when(book.reached(), Outcome.IN_BOOK)
                    .or(() -> when(unproven() && inbox.reached(), Outcome.IN_INBOX));
            case INSURANCE, REFILL, MESSAGE -> when(inbox.reached(), Outcome.IN_INBOX);
            case BILLING, RESULTS, CLINICAL_QUESTION, PERSON -> when(
                            account.ending() == Ending.TRANSFER, Outcome.TRANSFERRED)
                    .or(() -> when(inbox.reached(), Outcome.IN_INBOX));
            case OFFICE_FACT -> when(told(), Outcome.TOLD);
            case WRONG_NUMBER -> when(saidGoodbye() && !inbox.something() && !book.touched(), Outcome.TOLD);
            case EMERGENCY -> when(account.ending() == Ending.EMERGENCY, Outcome.TRANSFERRED);
        };
    }

    private static Optional<Outcome> when(boolean so, Outcome outcome) {
        return so ? Optional.of(outcome) : Optional.empty();
    }

    private boolean saidGoodbye() {
        boolean ended = account.ending() == Ending.GOODBYE || account.ending() == Ending.HUNG_UP;
        return ended && account.turns() > 0;
    }

    /** Whether staff must confirm it, because the caller can't show who they are. */
    private boolean unproven() {
        return goal.self().pin().isEmpty() || practice.identity().factor() == Factor.NONE;
    }

    /** Whether what the caller asked was said after the greeting. */
    private boolean told() {
        String said = account.lines().stream()
                .dropWhile(line -> !line.startsWith("C: "))
                .filter(line -> line.startsWith("A: "))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return switch (goal.errand().fact()) {
            case "address" -> holds(said, practice.office().address())
                    || holds(said, practice.office().directions());
            case "parking" -> holds(said, practice.office().parking());
            case "fax" -> practice.office().fax().isPresent() && said.contains("fax");
            default -> said.matches(".*\\b(open|closed|close|hours)\\b.*")
                    && said.matches(".*(\\d|monday|tomorrow|today|noon).*");
        };
    }

    private static boolean holds(String said, Optional<String> fact) {
        return fact.map(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                        .filter(word -> word.length() > 4)
                        .allMatch(said::contains))
                .orElse(false);
    }
}
