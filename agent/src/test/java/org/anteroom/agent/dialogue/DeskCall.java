package org.anteroom.agent.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.ClinicianOutcome;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.practice.reception.Found;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.words.Normaliser;

/**
 * A conversation with a {@link FrontDesk}, step by step: what is asked of the records, and put there, is answered by them before
 * the caller goes on, unless a line that begins with {@code ~} said what goes wrong with the next of it. Other lines are those of
 * {@link org.anteroom.agent.rehearsal.TextCall}, and answers that nobody waits for.
 */
final class DeskCall {
    /** Looks at every step. */
    @FunctionalInterface
    interface Watch {
        void after(State before, Input input, Step step);
    }

    private final FrontDesk desk;
    private final Conversation conversation;
    private final Instant now;
    private final Watch watch;
    private final List<String> lines = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private State state;

    DeskCall(FrontDesk desk, Instant now, Watch watch) {
        this.desk = desk;
        this.conversation = new Conversation(
                new DialogueSettings(DialogueSettings.always(ClinicianOutcome.MESSAGE), Duration.ofMinutes(30)));
        this.now = now;
        this.watch = watch;
        this.state = conversation.start();
    }

    void began(Optional<String> caller) {
        step(new Input.Began(
                new CallFacts(desk.practice().office(), desk.practice().services(), caller, true, false, true)));
    }

    State state() {
        return state;
    }

    /** Every line so far. */
    List<String> lines() {
        return lines;
    }

    boolean over() {
        return state.ended() || state.stage() == Stage.CONNECTING || state.stage() == Stage.SUSPENDED;
    }

    void line(String line) {
        lines.add(line);
        if (line.startsWith("~")) {
            trouble = Optional.of(line);
        } else {
            step(input(line));
        }
    }

    static Input input(String line) {
        if (line.startsWith("C:")) {
            return new Input.Said(Normaliser.words(line.substring(2)), List.of(), new Clip(0, 500));
        }
        if (line.startsWith("K:")) {
            return new Input.Keyed(line.substring(2).strip());
        }
        return switch (line) {
            case "* silent" -> new Input.Silent();
            case "* saved" -> new Input.Committed("7");
            case "* not saved" -> new Input.CommitFailed();
            case "* nobody" -> new Input.TransferFailed(Destination.DESK);
            case "* overridden" -> new Input.Overridden();
            case "* resumed" -> new Input.Resumed();
            case "* hangs up" -> new Input.HungUp();
            case "* found no times" -> new Input.Found(new Found.Times(List.of()));
            case "* found gone" -> new Input.Found(new Found.Gone());
            case "* found nobody" -> new Input.Found(new Found.Stands(new Standing.Stranger()));
            case "* found unavailable" -> new Input.Found(new Found.Unavailable());
            case "* refused" -> new Input.Refused(Refusal.TAKEN);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private void step(Input first) {
        Deque<Input> inputs = new ArrayDeque<>(List.of(first));
        while (!inputs.isEmpty()) {
            Input input = inputs.pop();
            State before = state;
            Step step = conversation.step(before, input, now);
            state = step.state();
            watch.after(before, input, step);
            for (Act act : step.acts()) {
                answers(act, state.ended()).forEach(inputs::add);
            }
        }
    }

    private List<Input> answers(Act act, boolean gone) {
        if (act instanceof Act.LookUp asked) {
            List<Input> wrong = wrong(new Input.Found(new Found.Unavailable()));
            return wrong.isEmpty()
                    ? List.of(new Input.Found(
                            desk.reception().answer(asked.query(), now).join()))
                    : wrong;
        }
        if (act instanceof Act.LetGo unwanted) {
            var unused = desk.reception().letGo(unwanted.hold()).join();
        }
        if (act instanceof Act.Commit commit) {
            List<Input> wrong = gone ? List.of() : wrong(new Input.CommitFailed());
            if (!wrong.isEmpty()) {
                return wrong;
            }
            Input done = done(commit.request());
            return gone ? List.of() : List.of(done);
        }
        return List.of();
    }

    private List<Input> wrong(Input failure) {
        String what = trouble.orElse("");
        trouble = Optional.empty();
        return switch (what) {
            case "~ records fail" -> List.of(failure);
            case "~ emergency" -> List.of(new Input.Overridden(), failure, new Input.Resumed());
            case "~ refused" -> failure instanceof Input.CommitFailed
                    ? List.of(new Input.Refused(Refusal.TOO_LATE))
                    : List.of(failure);
            case "~ hangs up" -> List.of(new Input.HungUp(), failure);
            default -> List.of();
        };
    }

    private Input done(Request request) {
        if (request instanceof Request.InBook book) {
            return Input.of(desk.reception().carryOut(book.change(), now).join());
        }
        if (!(request instanceof Request.StopRecording)) {
            desk.keep(new Draft(
                    now,
                    "call",
                    "message",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
        }
        return new Input.Committed("7");
    }
}
