package org.anteroom.agent.cli.setup;

import java.util.Locale;
import java.util.Optional;

/** What the PBX does while Anteroom can't answer: says what to set, and calls to see it. */
final class FallBackStep implements Step {
    private static final String GUIDE = "/usr/share/doc/anteroom/fallback.md";

    @Override
    public StepName name() {
        return StepName.FALL_BACK;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        tell(visit);
        Optional<PracticePbx.Callers> callers = visit.draft().callers();
        if (callers.isEmpty() || visit.failed(StepName.DRILL_PHONE)) {
            return Result.skipped("there is no extension to call with", "name one for drills, then: anteroom setup");
        }
        if (visit.extensionInUse()) {
            dialogue.say("The service is running and would answer, so this can't be tried now without stopping it.");
            return Result.skipped("the service is running", "sudo anteroom drill run --outage");
        }
        String dial = visit.draft().value("drill.dial", visit.draft().value("sip.user"));
        Optional<String> service = visit.services().problem(dial);
        if (service.isPresent()) {
            dialogue.say("Nothing is called: drill.dial: " + service.get() + ".");
            return Result.notProved("a drill would dial a service", "anteroom setup --dial NUMBER");
        }
        String question = "Call " + dial + " now? The fall-back phone should ring; nobody need answer";
        if (!dialogue.may(Answer.PROVE_FALL_BACK, question, true)) {
            return Result.skipped("not tried", "anteroom setup --prove-fall-back yes");
        }
        while (true) {
            PracticePbx.FellBack seen =
                    visit.pbx().fallBack(visit.draft().pbx(), visit.draft().bind(), callers.get(), dial);
            if (seen.problem().isEmpty() && seen.rangMs().isPresent()) {
                String after = seconds(seen.rangMs().getAsLong());
                dialogue.say("A phone rang after " + after + " (" + seen.by() + "). Within 15 s it must.");
                visit.fellBack(seen.rangMs());
                return Result.proved("a phone rang after " + after);
            }
            dialogue.say("The fall-back failed: " + seen.problem() + ". Set it on the PBX as above.");
            if (!dialogue.yes("Call again", true)) {
                return Result.notProved("no phone rang in time", "set it, then: anteroom setup --prove-fall-back yes");
            }
        }
    }

    private static void tell(Visit visit) {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        String user = draft.value("sip.user");
        dialogue.say(
                "The last net is the PBX: when Anteroom is off or not well, the PBX must ring a phone that a person"
                        + " hears, day and night. No voicemail and no menu. Set for extension " + user
                        + ", each to that same phone:");
        dialogue.item("not registered, or not reachable: there at once");
        dialogue.item("no response at all to a call for 4 s: counts as not reachable (many PBXs wait 32 s)");
        dialogue.item("no answer: there after 10 s of ringing");
        dialogue.item(
                "busy: there; it is what callers get beyond " + draft.value("calls.simultaneous", "4") + " at once");
        dialogue.item("registration: accept " + draft.value("sip.expires", "60")
                + " s, so that a dead Anteroom is forgotten after that time");
        dialogue.say("Why, and how to try each: " + GUIDE);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
