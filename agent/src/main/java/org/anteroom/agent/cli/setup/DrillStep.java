package org.anteroom.agent.cli.setup;

import java.util.Optional;

/** Starts the installed service, if wanted, and lets it make a drill. */
final class DrillStep implements Step {

    @Override
    public StepName name() {
        return StepName.DRILL;
    }

    @Override
    public Result go(Visit visit) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        dialogue.intro(
                "A drill plays an emergency through the PBX: a recorded caller says it, a phone must ring, and both"
                        + " must hear each other. The running service makes it.");
        boolean running = visit.installation().serviceAnswers(visit.socket());
        boolean changed = visit.draft().changed();
        if (!running || changed) {
            Optional<Result> notStarted = start(visit, running);
            if (notStarted.isPresent()) {
                return notStarted.get();
            }
        }
        visit.keepOnCallTest();
        visit.fellBackMs().ifPresent(millis -> visit.installation().keepFallBack(visit.socket(), millis));
        if (visit.draft().callers().isEmpty()) {
            return Result.skipped("there is no extension for drills", "name one, then: anteroom setup");
        }
        Optional<String> service = visit.services().problem(visit.draft().value("drill.dial"));
        if (service.isPresent()) {
            dialogue.say("No drill is made: drill.dial: " + service.get() + ".");
            return Result.notProved("a drill would dial a service", "anteroom setup --dial NUMBER");
        }
        if (!dialogue.may(Answer.RUN_DRILL, "Make a drill now? It takes half a minute", true)) {
            return Result.skipped("no drill was made", "anteroom drill run");
        }
        Optional<String> why = visit.installation().ask(visit.socket(), Installation.Errand.DRILL, dialogue::raw);
        why.ifPresent(dialogue::say);
        return why.isEmpty()
                ? Result.proved(
                        "an emergency rang a phone, both heard each other",
                        "anteroom drill run   plays all phrases; this was one of them")
                : Result.notProved("the drill failed", "anteroom drill run");
    }

    private static Optional<Result> start(Visit visit, boolean running) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        String todo = running ? "systemctl restart anteroom" : "systemctl enable --now anteroom";
        if (!visit.installation().canStart()) {
            String said = running ? "the service has the configuration of before" : "the service doesn't run";
            return Optional.of(Result.skipped(said, todo + ", then: anteroom drill run"));
        }
        if (busy(visit, running)) {
            return Optional.of(later(todo));
        }
        String question = running
                ? "Start the service again, so that it takes the new configuration? Callers now talking to it are let"
                        + " go"
                : "Start the service now? From then on it answers calls";
        if (!dialogue.may(Answer.START, question, true)) {
            return Optional.of(Result.skipped("the service was not started", todo + ", then: anteroom drill run"));
        }
        if (busy(visit, running)) {
            return Optional.of(later(todo));
        }
        dialogue.say("Starting ...");
        Optional<String> why = visit.installation().start(visit.socket());
        why.ifPresent(dialogue::say);
        return why.map(sentence ->
                Result.notProved("the service did not start", "journalctl -u anteroom -n 30; then: " + todo));
    }

    private static boolean busy(Visit visit, boolean running) {
        if (!running || !visit.installation().emergency(visit.socket())) {
            return false;
        }
        visit.dialogue()
                .say("An emergency is on the line, so the service is not started again now. anteroom status shows when"
                        + " the call is over.");
        return true;
    }

    private static Result later(String todo) {
        return Result.notProved(
                "an emergency is on the line", "when it is over: " + todo + ", then: anteroom drill run");
    }
}
