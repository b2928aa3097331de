package org.anteroom.agent.cli.setup;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PhoneGroup;

/** Whether the trunk carries an emergency: the caller and every outside phone that rings meanwhile. */
final class TrunkStep implements Step {
    /** Inside numbers are shorter. */
    private static final int OUTSIDE_DIGITS = 7;

    @Override
    public StepName name() {
        return StepName.TRUNK;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        List<String> outside = mostOutside(visit.draft().text().groups());
        int needed = 1 + outside.size();
        dialogue.intro(
                "An emergency holds one channel of your trunk for the caller, and one for each outside phone that"
                        + " rings at the same time (numbers of " + OUTSIDE_DIGITS + " digits and more). "
                        + (outside.isEmpty()
                                ? "By your plan no outside phone rings, so it needs 1 channel."
                                : "By your plan up to " + outside.size() + " of them ring together, so it needs "
                                        + needed + " channels."));
        String typed = dialogue.want(Answer.TRUNK_CHANNELS, "How many calls does the trunk carry at once", "");
        if (typed.isEmpty()) {
            return Result.skipped(
                    "an emergency needs " + needed + ", the trunk has an unknown number",
                    "ask the provider, then: anteroom setup --trunk-channels NUMBER");
        }
        int channels = Integer.parseInt(typed);
        if (channels < needed) {
            dialogue.say("That is too few: with the caller on the line only " + (channels - 1) + " of " + outside.size()
                    + " phones would ring, the PBX refuses the others. Order " + (needed - channels)
                    + " more, or put the phones into further groups, which ring one after the other.");
            return Result.notProved(
                    channels + " channels, an emergency needs " + needed,
                    "order " + (needed - channels) + " more channels, or use more groups");
        }
        simultaneous(visit, channels, outside.size());
        return prove(visit, outside, channels, needed);
    }

    private static void simultaneous(Visit visit, int channels, int outside) throws Stopped {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        int answered = Integer.parseInt(draft.value("calls.simultaneous", "4"));
        int fits = Math.max(1, Math.min(16, channels - outside));
        if (answered > fits) {
            dialogue.say(
                    "Anteroom answers up to " + answered + " callers at once. If one of them has an emergency, all of"
                            + " them together need " + (answered + outside) + " channels, and there are " + channels
                            + ". With at most " + fits
                            + " the phones of an emergency always find a free one; further callers go to"
                            + " the PBX's \"busy\" destination.");
        }
        String preset = Integer.toString(answered > fits && dialogue.asking() ? fits : answered);
        draft.set(
                "calls.simultaneous",
                dialogue.need(Answer.SIMULTANEOUS, "Callers that Anteroom answers at once", preset),
                "4");
    }

    private static Result prove(Visit visit, List<String> outside, int channels, int needed)
            throws Stopped, InterruptedException {
        String counted = channels + " channels, an emergency needs " + needed;
        if (outside.isEmpty()) {
            return Result.noted(counted);
        }
        if (visit.rungTogether().containsAll(outside)) {
            return Result.proved(counted + "; " + outside.size() + " rang at once");
        }
        Dialogue dialogue = visit.dialogue();
        Optional<PracticePbx.Party> party = visit.party();
        String question = "Ring the " + outside.size() + " outside phones at once now, to prove it";
        if (party.isEmpty() || !dialogue.may(Answer.PROVE_TRUNK, question, false)) {
            return Result.skipped(counted + "; by your count only", "anteroom setup --prove-trunk yes");
        }
        List<PracticePbx.Rung> rung =
                visit.pbx().ring(party.get(), outside, visit.draft().value("practice.name"), visit.acceptKey());
        rung.forEach(each -> dialogue.item(each.number() + ": " + TestCallStep.words(each)));
        long rang = rung.stream().filter(each -> each.rangMs().isPresent()).count();
        return rang == outside.size()
                ? Result.proved(counted + "; " + rang + " rang at once")
                : Result.notProved(
                        rang + " of " + outside.size() + " outside phones rang at once",
                        "ask the provider how many calls the trunk carries");
    }

    /** The outside numbers of the group that has most of them. */
    private static List<String> mostOutside(List<PhoneGroup> groups) {
        List<String> most = List.of();
        for (PhoneGroup group : groups) {
            List<String> outside = group.phones().stream()
                    .map(PhoneGroup.Phone::number)
                    .map(OnCallEntry::plain)
                    .filter(number -> number.length() >= OUTSIDE_DIGITS)
                    .toList();
            most = outside.size() > most.size() ? outside : most;
        }
        return most;
    }
}
