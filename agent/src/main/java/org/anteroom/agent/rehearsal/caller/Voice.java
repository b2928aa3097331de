package org.anteroom.agent.rehearsal.caller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.anteroom.agent.config.PracticeType;

/** What a caller says and how: sentences of the grammar in their manner. One thread. */
final class Voice {
    private static final Grammar GRAMMAR = Grammar.load();
    private static final List<String> WEEKDAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
    private static final int BRIEF = 5;
    private static final List<String> STUMBLES = List.of("um", "uh", "er", "um so", "uh let me see", "well");

    private final Goal goal;
    private final Manner manner;
    private final PracticeType type;
    private final Random chance;
    private final Map<String, String> facts = new HashMap<>();

    Voice(Situation situation, PracticeType type) {
        this.goal = situation.goal();
        this.manner = situation.manner();
        this.type = type;
        this.chance = new Random(situation.seed() ^ 0x5DEECE66DL);
        Self self = goal.self();
        fact("first", self.first());
        fact("last", self.last());
        fact("name", self.name());
        fact("spelled", SpokenCode.spelled(self.last(), manner.spelling()));
        fact("spelled-first", SpokenCode.firstLetter(self.last()));
        fact("dob", SpokenBirth.of(self.birth(), manner.birth()));
        fact("phone", SpokenCode.number(self.phone(), manner.digits()));
        fact("pin", SpokenCode.digits(self.pin().orElse(""), manner.digits()));
        fact("animal", self.animal().orElse(""));
        fact("provider", goal.provider());
        fact("visit", goal.visit());
        fact("when", goal.when().spoken());
        fact("payer", goal.errand().payer());
        fact("member", SpokenCode.digits(goal.errand().memberId(), manner.digits()));
        fact("drug", goal.errand().drug());
        fact("pharmacy", goal.errand().pharmacy());
        fact("message", goal.errand().message());
        goal.held()
                .ifPresent(held -> fact(
                        "old", SpokenTime.appointment(held.at(), situation.now().toLocalDate(), chance)));
    }

    /** From now on this is known under that name. */
    void fact(String name, String value) {
        facts.put(name, value);
    }

    Random chance() {
        return chance;
    }

    /** The first sentence: what the call is for. */
    String opening() {
        List<String> said = new ArrayList<>();
        boolean urgent = goal.task() == Task.EMERGENCY;
        if (chance.nextInt(3) == 0) {
            said.add(say("hello"));
        }
        if (!urgent && chance.nextInt(3) == 0) {
            aside().ifPresent(said::add);
        }
        said.add(request());
        if (manner.style() == Manner.Style.OVER_INFORMATIVE && !urgent && goal.task() != Task.WRONG_NUMBER) {
            said.addAll(volunteered());
        }
        return styled(smooth(String.join(" ", said)));
    }

    /** What the call is for, said plainly. */
    String request() {
        String rule = "open." + rule(goal.task());
        List<String> rules = new ArrayList<>(List.of(rule, rule + "." + type.id()));
        if (manner.style() == Manner.Style.TERSE && GRAMMAR.has(rule + ".terse")) {
            return say(rule + ".terse");
        }
        if (type == PracticeType.VETERINARY && GRAMMAR.has(rule + "." + type.id()) && chance.nextBoolean()) {
            rules.remove(rule);
        }
        return say(rules.toArray(String[]::new));
    }

    private String rule(Task task) {
        return switch (task) {
            case NEW_PATIENT -> "new";
            case OFFICE_FACT -> "fact." + goal.errand().fact();
            case WRONG_NUMBER -> "wrong";
            case CLINICAL_QUESTION -> "clinical";
            default -> task.id();
        };
    }

    private List<String> volunteered() {
        List<String> said = new ArrayList<>();
        said.add(say("name.volunteered"));
        if (goal.self().animal().isEmpty() && goal.task() != Task.OFFICE_FACT && goal.task() != Task.PERSON) {
            said.add(say("dob.volunteered"));
        }
        if (goal.task().books()) {
            said.add("it's for " + goal.visit());
        }
        if (goal.task().timed() && !goal.when().any()) {
            said.add("and i can do " + facts.getOrDefault("when", ""));
        }
        if (goal.providerWished()) {
            said.add("with " + goal.provider());
        }
        return said;
    }

    private Optional<String> aside() {
        String style = "filler." + manner.style().id();
        String mood = "filler." + manner.mood().id();
        List<String> rules = List.of(style, mood).stream().filter(GRAMMAR::has).toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(say(rules.toArray(String[]::new)));
    }

    /** An answer in the caller's manner. */
    String answer(String... rules) {
        return styled(say(rules));
    }

    /** One of these rules' sentences, without stumbling. */
    String say(String... rules) {
        return smooth(GRAMMAR.say(chance, facts, rules));
    }

    /** Whether a sentence of that rule can be said. */
    boolean knows(String name) {
        return !facts.getOrDefault(name, "").isEmpty();
    }

    /** When they can come, corrected in the same breath where that is their manner. */
    String when() {
        if (!knows("when")) {
            return answer("when.any");
        }
        if (manner.style() == Manner.Style.CORRECTS_SELF && chance.nextBoolean()) {
            List<String> others = WEEKDAYS.stream()
                    .filter(day -> !facts.getOrDefault("when", "").contains(day))
                    .toList();
            fact("wrong", others.get(chance.nextInt(others.size())));
            return answer("when.corrected");
        }
        return answer("when");
    }

    /** Grammar joins what a person would not: "for on tuesday". */
    private static String smooth(String said) {
        return said.replaceAll(
                        "\\b(for|than|about|need|try|do|can do|could do|want|say|make it|prefer|was hoping for) on (?!a )",
                        "$1 ")
                .replaceAll("\\b(for|about|with) (today|tomorrow) works", "$1 $2")
                .replaceAll("^on (?=\\w+ (is|would|works))", "");
    }

    private String styled(String said) {
        // Nobody tells a story before a yes.
        boolean brief = said.split(" ").length < BRIEF;
        return switch (manner.style()) {
            case HESITANT -> hesitant(said);
            case ELDERLY -> !brief && chance.nextInt(6) == 0 ? say("filler.elderly") + " " + said : said;
            case CHATTY -> !brief && chance.nextInt(6) == 0 ? say("filler.chatty") + " " + said : said;
            default -> said;
        };
    }

    /** A stumble at the beginning, and now and then the first words twice. */
    private String hesitant(String said) {
        String[] words = said.split(" ");
        String stumble = STUMBLES.get(chance.nextInt(STUMBLES.size()));
        if (words.length > 5 && chance.nextInt(3) == 0) {
            int again = 2 + chance.nextInt(2);
            return String.join(" ", Arrays.copyOf(words, again)) + " " + stumble + " " + said;
        }
        return chance.nextInt(3) == 0 ? said : stumble + " " + said;
    }
}
