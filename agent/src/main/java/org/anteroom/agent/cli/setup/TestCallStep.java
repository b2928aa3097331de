package org.anteroom.agent.cli.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rings a desk phone through the PBX: sound both ways, and keys. */
final class TestCallStep implements Step {

    @Override
    public StepName name() {
        return StepName.TEST_CALL;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        dialogue.intro("Name a phone near you. It will ring: pick it up and do what you hear. That proves that Anteroom"
                + " can dial, that sound goes both ways, and that keys arrive.");
        Optional<PracticePbx.Party> party = visit.party();
        if (party.isEmpty()) {
            return Result.notProved("there is no extension to call from", "anteroom setup");
        }
        while (true) {
            String desk = dialogue.asking() ? visit.draft().value("desk.number") : "";
            String number = dialogue.want(Answer.TEST_PHONE, "Number to ring now", desk);
            if (number.isEmpty()) {
                return Result.skipped("no phone was named", "anteroom setup --test-phone NUMBER");
            }
            dialogue.say("Ringing " + number + " ...");
            PracticePbx.Rung rung = visit.pbx()
                    .ring(
                            party.get(),
                            List.of(OnCallEntry.plain(number)),
                            visit.draft().value("practice.name"),
                            '1')
                    .get(0);
            dialogue.say(sentence(rung));
            boolean heard = rung.took() == PracticePbx.Took.KEY;
            if (heard) {
                return Result.proved("rang, sound both ways, key came");
            }
            if (!dialogue.yes("Ring again", true)) {
                return Result.notProved(words(rung), "anteroom setup --test-phone " + number);
            }
            dialogue.askAgain(Answer.TEST_PHONE);
        }
    }

    /** In a few words, for a table. */
    static String words(PracticePbx.Rung rung) {
        return switch (rung.took()) {
            case KEY -> "answered, key came";
            case NO_KEY -> "answered, no key came";
            case NO_SOUND -> "answered, no sound came";
            case NO_ANSWER -> "not answered";
            case BUSY -> "busy";
            case REFUSED -> "refused with " + rung.status();
            case FAILED -> "no call came about";
        };
    }

    /** What happened, and what to do. */
    static String sentence(PracticePbx.Rung rung) {
        String rang = rung.rangMs().isPresent()
                ? String.format(
                        Locale.ROOT, "It rang after %.1f s", rung.rangMs().getAsLong() / 1000.0)
                : rung.took() == PracticePbx.Took.NO_ANSWER ? "It did not ring" : "It was answered at once";
        String answered = rang + (rung.rangMs().isPresent() ? " and was answered" : "");
        return switch (rung.took()) {
            case KEY -> rang + (rung.rangMs().isPresent() ? ", was answered" : "")
                    + ", and the key came. Sound goes both ways and keys arrive as events.";
            case NO_KEY -> answered + ", but no key came within 20 s. If a voicemail answered, switch it off there or"
                    + " let it wait longer. If somebody did press 1, the PBX or the phone sends keys as tones: set"
                    + " DTMF to RFC 4733 (RFC 2833). If nobody heard a voice, a firewall stops the sound (RTP, UDP)"
                    + " from here to the phone.";
            case NO_SOUND -> answered + ", but no sound came from there. A firewall or NAT stops RTP (UDP)"
                    + " between the PBX or the phone and this machine: let it pass, or put this machine into the PBX's"
                    + " network.";
            case NO_ANSWER -> rang + ", and nobody answered within 30 s.";
            case BUSY -> "The phone is busy, or set to do not disturb (" + rung.status() + ").";
            case REFUSED -> refused(rung.status());
            case FAILED -> "No call came about: the PBX did not answer, or has no codec in common with us (PCMU,"
                    + " PCMA).";
        };
    }

    private static String refused(int status) {
        String why =
                switch (status) {
                    case 401, 407 -> "it doesn't take the password for calls";
                    case 403 -> "the extension may not dial this number: give it leave to on the PBX";
                    case 404,
                            484,
                            604 -> "it doesn't know this number: dial as a desk phone would, with the digit for an"
                            + " outside line if there is one";
                    case 480 -> "that phone is not registered now";
                    case 488, 606 -> "there is no codec in common: allow PCMU or PCMA (G.711)";
                    case 408 -> "the phone did not react: see that it is plugged in";
                    case 503 -> "it has no free line, or its trunk is down";
                    default -> "its log says why";
                };
        return "The PBX refused the call with " + status + ": " + why + ".";
    }
}
