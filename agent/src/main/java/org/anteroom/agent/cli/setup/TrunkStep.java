package org.anteroom.agent.cli.setup;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.TrunkNeed;

/** Whether the trunk carries an emergency: the caller and every outside phone that rings meanwhile. */
final class TrunkStep implements Step {
    private static final String KEY = "calls.trunk-channels";
    private static final String UNKNOWN = "0";

    @Override
    public StepName name() {
        return StepName.TRUNK;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        Draft draft = visit.draft();
        TrunkNeed need = draft.text().oncall().map(TrunkNeed::of).orElse(TrunkNeed.NONE);
        dialogue.intro(
                "An emergency holds one channel of your trunk for the caller, and one for each outside phone that"
                        + " rings, or talks, at the same time (numbers of " + TrunkNeed.OUTSIDE_DIGITS
                        + " digits and more). "
                        + told(need));
        String known = draft.value(KEY, UNKNOWN);
        String typed = dialogue.want(
                Answer.TRUNK_CHANNELS,
                "How many calls does the trunk carry at once",
                known.equals(UNKNOWN) ? "" : known);
        int channels = typed.isEmpty() ? 0 : Integer.parseInt(typed);
        draft.set(KEY, Integer.toString(channels), UNKNOWN);
        if (channels == 0) {
            return Result.skipped(
                    "an emergency needs " + need.channels() + ", the trunk has an unknown number",
                    "ask the provider, then: anteroom setup --trunk-channels NUMBER");
        }
        if (channels < need.channels()) {
            int missing = need.channels() - channels;
            dialogue.say("That is too few: with the caller on the line only " + (channels - 1) + " of "
                    + (need.channels() - 1) + " phones would find one, the PBX refuses the others. Order " + missing
                    + " more, or put the phones into further groups, which ring one after the other.");
            return Result.notProved(
                    channels + " channels, an emergency needs " + need.channels(),
                    "order " + missing + " more channels, or use more groups");
        }
        simultaneous(visit, channels, need.channels() - 1);
        return prove(visit, need, channels);
    }

    private static String told(TrunkNeed need) {
        if (need.channels() == 1) {
            return "By your plan no outside phone rings, so it needs 1 channel.";
        }
        return "By your plan that is at most " + need.counted() + ", so it needs " + need.channels()
                + " channels. Not counted is a phone that was answered and still hears the announcement while the next group"
                + " rings.";
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

    private static Result prove(Visit visit, TrunkNeed need, int channels) throws Stopped, InterruptedException {
        String counted = channels + " channels, an emergency needs " + need.channels();
        List<String> outside = need.people();
        if (outside.isEmpty()) {
            return Result.noted(counted);
        }
        if (visit.rungTogether().stream()
                .anyMatch(
                        group -> group.stream().map(OnCallEntry::plain).toList().containsAll(outside))) {
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
}
