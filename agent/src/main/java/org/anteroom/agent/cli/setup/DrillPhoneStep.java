package org.anteroom.agent.cli.setup;

import java.util.Optional;

/** The second extension, which plays the caller. */
final class DrillPhoneStep implements Step {

    @Override
    public StepName name() {
        return StepName.DRILL_PHONE;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        dialogue.intro(
                "A second extension plays a caller: it tries now whether the PBX falls back, and later, in drills,"
                        + " whether an emergency reaches a phone. In drills it also plays the phone that is rung, so"
                        + " nobody is disturbed.");
        while (true) {
            String user = dialogue.want(Answer.DRILL_USER, "Extension for drills", draft.value("drill.user"));
            if (user.isEmpty()) {
                return Result.skipped("no extension for drills", "make one on the PBX, then: anteroom setup");
            }
            draft.set("drill.user", user);
            ask(visit, user);
            Optional<PracticePbx.Callers> callers = draft.callers();
            if (callers.isEmpty()) {
                throw Stopped.usage("Missing: " + Answer.DRILL_PASSWORD_FILE.flag());
            }
            PracticePbx.Registered registered = visit.pbx()
                    .register(new PracticePbx.Party(
                            draft.pbx(), Draft.account(callers.get().caller()), draft.bind(), draft.sound()));
            if (registered.done()) {
                dialogue.say("Extension " + user + " registered, and un-registered again.");
                return Result.proved("registered as " + user);
            }
            dialogue.say(registered.sentence());
            if (!dialogue.yes("Try again? Extension and password may be others then", true)) {
                return Result.notProved(
                        "extension " + user + " doesn't register", "mend it or its password, then: anteroom setup");
            }
            dialogue.askAgain(Answer.DRILL_USER, Answer.DRILL_PASSWORD_FILE);
        }
    }

    private static void ask(Visit visit, String user) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        Passwords.ask(visit, Answer.DRILL_PASSWORD_FILE, "drill.password-file", "drill-password", user);
        boolean phones = !draft.value("drill.phones").isEmpty();
        String auto = draft.value("drill.auto-user", phones ? "" : user);
        if (dialogue.given(Answer.AUTO_USER)) {
            auto = dialogue.need(Answer.AUTO_USER, "Extension of the automatic phone", auto);
        }
        draft.set("drill.auto-user", auto);
        if (dialogue.given(Answer.AUTO_PASSWORD_FILE)) {
            Passwords.ask(visit, Answer.AUTO_PASSWORD_FILE, "drill.auto-password-file", "drill-phone-password", auto);
        }
        draft.set(
                "drill.dial",
                dialogue.want(
                        Answer.DIAL,
                        "It dials " + draft.value("sip.user") + ". Another number instead, such as the practice's own",
                        draft.value("drill.dial")));
    }
}
