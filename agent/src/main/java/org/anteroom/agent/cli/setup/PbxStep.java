package org.anteroom.agent.cli.setup;

import org.anteroom.agent.sip.PbxAnswer;

/** Where the PBX is, what it is, and what must be set on it. */
final class PbxStep implements Step {
    private static final String GUIDE = "/usr/share/doc/anteroom/pbx.md";

    @Override
    public StepName name() {
        return StepName.PBX;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        dialogue.intro("Anteroom is an extension of your PBX, as a desk phone is. First it asks the PBX who it is (SIP"
                + " OPTIONS). No password is needed for that and nothing rings.");
        while (true) {
            ask(visit);
            PbxAnswer answer =
                    visit.pbx().ask(visit.draft().pbx(), visit.draft().bind());
            dialogue.say(answer.sentence());
            if (answer instanceof PbxAnswer.Answered answered) {
                tell(dialogue, answered);
                return Result.proved(answered.software().orElse("answers OPTIONS with " + answered.status()));
            }
            if (!dialogue.yes("Try again? Each answer, the address too, may be another then", true)) {
                return Result.notProved("no answer", "mend the way to the PBX, then: anteroom setup");
            }
            dialogue.askAgain(Answer.PBX, Answer.PBX_PORT, Answer.TRANSPORT);
        }
    }

    private static void ask(Visit visit) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        draft.set("sip.pbx", dialogue.need(Answer.PBX, "Address or name of the PBX", draft.value("sip.pbx")));
        draft.set(
                "sip.pbx-port",
                dialogue.need(Answer.PBX_PORT, "Its SIP port", draft.value("sip.pbx-port", "5060")),
                "5060");
        draft.set(
                "sip.transport",
                dialogue.need(Answer.TRANSPORT, "SIP over udp or tcp", draft.value("sip.transport", "udp")),
                "udp");
        if (dialogue.given(Answer.DOMAIN)) {
            draft.set("sip.domain", dialogue.want(Answer.DOMAIN, "SIP domain", draft.value("sip.domain")));
        }
    }

    private static void tell(Dialogue dialogue, PbxAnswer.Answered answered) {
        dialogue.say("It is " + answered.make().title() + ". Set these on it now; the names differ from PBX to PBX:");
        dialogue.item(
                "an extension for Anteroom, with a password of its own, used by nothing else; registration time 60 s"
                        + " or less");
        dialogue.item("a second one for drills, which plays the caller; what it is for comes later");
        dialogue.item(
                "on both: G.711 sound (PCMU or PCMA), keys as RFC 4733 (also called RFC 2833) events, several calls"
                        + " at once, no voicemail");
        dialogue.item("leave for Anteroom to dial the front desk and every on-call number, without a PIN");
        if (!answered.make().hint().isEmpty()) {
            dialogue.item(
                    "for " + answered.make().title() + ": " + answered.make().hint());
        }
        dialogue.say("Each setting and its reason: " + GUIDE);
    }
}
