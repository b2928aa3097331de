package org.anteroom.agent.cli.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.PhoneGroup;

/** Who takes emergencies, and whether they can be reached. */
final class OnCallStep implements Step {
    private static final int MOST_GROUPS = 9;

    @Override
    public StepName name() {
        return StepName.ON_CALL;
    }

    @Override
    public Result go(Visit visit) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        dialogue.intro(
                "When a caller has an emergency, the phones of the first group ring at the same time, then those of"
                        + " the next. Whoever presses 1 gets the caller; a voicemail can't. Give at least one group; two"
                        + " phones in it are better than one.");
        List<PhoneGroup> before = visit.draft().text().groups();
        if (plain(before)) {
            visit.draft().groups(ask(dialogue, before));
        } else if (dialogue.given(Answer.ON_CALL)) {
            throw Stopped.usage(
                    "--on-call: the plan in the file has rotas, services or hours, which this would take away:"
                            + " change it in the file (oncall.md)");
        } else {
            before.forEach(group -> dialogue.item(group.name() + ": " + OnCallEntry.typed(group)));
            dialogue.say(
                    "This plan has rotas, services or hours, so it stays as it is. Change it in the file (oncall.md).");
        }
        return test(visit, before);
    }

    private static boolean plain(List<PhoneGroup> groups) {
        return groups.stream().flatMap(group -> group.phones().stream()).allMatch(PhoneGroup.Phone::person);
    }

    private static List<PhoneGroup> ask(Dialogue dialogue, List<PhoneGroup> before) throws Stopped {
        List<PhoneGroup> filled = before.stream()
                .filter(group -> group.phones().stream()
                        .noneMatch(phone -> phone.number().isEmpty()))
                .toList();

        List<PhoneGroup> groups = new ArrayList<>();
        if (dialogue.given(Answer.ON_CALL)) {
            for (String typed : dialogue.all(Answer.ON_CALL)) {
                Optional<String> wrong = Answer.ON_CALL.problem(typed);
                if (wrong.isPresent()) {
                    throw Stopped.usage(Answer.ON_CALL.flag() + ": " + wrong.get());
                }
                groups.add(group(filled, groups.size(), typed));
                dialogue.raw("Group " + groups.size() + ": " + typed);
            }
            return groups;
        }
        if (dialogue.asking()) {
            dialogue.say("Write NAME=NUMBER, as the PBX dials it, with commas between: Dr. Reed=301, her"
                    + " mobile=5550142. Never 911: that one is for the caller to dial.");
        }
        while (groups.size() < MOST_GROUPS) {
            int at = groups.size();
            String preset = at < filled.size() ? offered(dialogue, filled.get(at)) : "";
            String question = "Group " + (at + 1);
            String typed = at == 0
                    ? dialogue.need(Answer.ON_CALL, question, preset)
                    : dialogue.want(Answer.ON_CALL, question, preset);
            if (typed.isEmpty()) {
                return groups;
            }
            if (typed.equals(preset)) {
                groups.add(filled.get(at));
            } else {
                groups.add(group(filled, at, typed));
            }
        }
        return groups;
    }

    /** A group as Enter takes it over; empty where a service stands in it as a person. */
    private static String offered(Dialogue dialogue, PhoneGroup group) throws Stopped {
        for (PhoneGroup.Phone phone : group.phones()) {
            Optional<String> wrong = Services.publicOne(phone.number());
            if (wrong.isPresent()) {
                String sentence = "The number of " + phone.name() + " in the file won't do: " + wrong.get()
                        + ", or write kind = \"service\" beside it in the file (oncall.md).";
                if (!dialogue.asking()) {
                    throw Stopped.configuration(sentence);
                }
                dialogue.say(sentence);
                return "";
            }
        }
        return OnCallEntry.typed(group);
    }

    private static PhoneGroup group(List<PhoneGroup> before, int at, String typed) {
        String name = at < before.size() ? before.get(at).name() : at == 0 ? "on call" : "on call " + (at + 1);
        return new PhoneGroup(name, OnCallEntry.parse(typed));
    }

    private static Result test(Visit visit, List<PhoneGroup> before) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        List<PhoneGroup.Phone> people = visit.draft().text().groups().stream()
                .flatMap(group -> group.phones().stream())
                .filter(PhoneGroup.Phone::person)
                .toList();
        List<String> numbers =
                people.stream().map(PhoneGroup.Phone::number).distinct().toList();
        List<String> services = visit.draft().text().groups().stream()
                .flatMap(group -> group.phones().stream())
                .filter(phone -> serviceAsPerson(visit, phone))
                .map(phone -> phone.name() + " (" + phone.number() + ")")
                .toList();
        if (!services.isEmpty()) {
            dialogue.say("Nobody is rung: the plan calls a person what is a service: " + String.join(", ", services)
                    + ". Take it out, or write kind = \"service\" beside it in the file (oncall.md).");
            return Result.notProved("a service stands among the people", "mend the plan, then: anteroom oncall test");
        }
        dialogue.say(
                "All of these phones can be rung now, group by group, as in an emergency. Each hears that it is a drill and should"
                        + " press 1. Services are never rung.");
        if (!dialogue.may(Answer.RING_ON_CALL, "Ring everybody on call now", false)) {
            return Result.skipped(numbers.size() + " named, not rung", "when they expect it: anteroom oncall test");
        }
        if (visit.extensionInUse()) {
            return byService(visit, visit.draft().text().groups().equals(before));
        }
        Optional<PracticePbx.Party> party = visit.party();
        if (party.isEmpty() || numbers.isEmpty()) {
            return Result.notProved("nobody can be rung from here", "with the service: anteroom oncall test");
        }
        return ring(visit, party.get());
    }

    /** Also one that is rung at some hours only. */
    private static boolean serviceAsPerson(Visit visit, PhoneGroup.Phone phone) {
        return phone.person()
                ? visit.services().problem(phone.number()).isPresent()
                : Services.publicOne(phone.number()).isPresent()
                        && !visit.draft().services().contains(phone.number());
    }

    private static Result byService(Visit visit, boolean same) {
        if (!same) {
            return Result.skipped("the service has the plan of before", "after its restart: anteroom oncall test");
        }
        Optional<String> why =
                visit.installation().ask(visit.socket(), Installation.Errand.TEST_ON_CALL, visit.dialogue()::raw);
        why.ifPresent(visit.dialogue()::say);
        return why.isEmpty()
                ? Result.proved("everybody confirmed")
                : Result.notProved("somebody did not confirm", "anteroom oncall test");
    }

    private static Result ring(Visit visit, PracticePbx.Party party) throws Stopped, InterruptedException {
        Dialogue dialogue = visit.dialogue();
        List<PracticePbx.Rung> all = new ArrayList<>();
        List<List<String>> together = new ArrayList<>();
        for (PhoneGroup group : visit.draft().text().groups()) {
            List<PhoneGroup.Phone> fresh = group.phones().stream()
                    .filter(PhoneGroup.Phone::person)
                    .filter(phone ->
                            all.stream().noneMatch(each -> each.number().equals(phone.number())))
                    .toList();
            if (!fresh.isEmpty()) {
                dialogue.say("Ringing the group \"" + group.name() + "\"; this takes up to a minute ...");
                List<PracticePbx.Rung> rung = ring(visit, party, fresh);
                all.addAll(rung);
                together.add(rung.stream()
                        .filter(each -> each.rangMs().isPresent())
                        .map(PracticePbx.Rung::number)
                        .toList());
            }
        }
        visit.rungTogether(together);
        long confirmed =
                all.stream().filter(each -> each.took() == PracticePbx.Took.KEY).count();
        if (plain(visit.draft().text().groups())) {
            visit.everybodyRung((int) confirmed, all.size());
        }
        String said = confirmed + " of " + all.size() + " phones confirmed";
        return confirmed == all.size()
                ? Result.proved(said)
                : Result.notProved(said, "mend the others, then: anteroom oncall test");
    }

    private static List<PracticePbx.Rung> ring(Visit visit, PracticePbx.Party party, List<PhoneGroup.Phone> people)
            throws Stopped, InterruptedException {
        List<String> numbers =
                people.stream().map(PhoneGroup.Phone::number).distinct().toList();
        List<PracticePbx.Rung> rung =
                visit.pbx().ring(party, numbers, visit.draft().value("practice.name"), visit.acceptKey());
        for (PracticePbx.Rung each : rung) {
            String name = people.stream()
                    .filter(phone -> phone.number().equals(each.number()))
                    .map(PhoneGroup.Phone::name)
                    .findFirst()
                    .orElse(each.number());
            visit.dialogue()
                    .item(name + ": "
                            + (each.took() == PracticePbx.Took.KEY ? "confirmed" : TestCallStep.sentence(each)));
        }
        return rung;
    }
}
