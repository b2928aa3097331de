package org.anteroom.agent.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold between people, rotas and the targets that name them. Holes in time are looked for elsewhere. */
final class RotaRules {
    private final Problems problems;
    private final OncallConfig oncall;
    private final Map<String, OncallPerson> people = new HashMap<>();

    private RotaRules(OncallConfig oncall, Problems problems) {
        this.oncall = oncall;
        this.problems = problems;
    }

    static void check(OncallConfig oncall, Problems problems) {
        RotaRules rules = new RotaRules(oncall, problems);
        rules.people();
        for (int i = 0; i < oncall.rotas().size(); i++) {
            rules.rota(oncall.rotas().get(i), "oncall.rota[" + (i + 1) + "]");
        }
        List<String> names =
                oncall.rotas().stream().map(OncallRota::name).distinct().toList();
        if (names.size() < oncall.rotas().size()) {
            problems.add("oncall.rota", "two rotas have one name; give each its own");
        }
    }

    private void people() {
        for (int i = 0; i < oncall.people().size(); i++) {
            OncallPerson person = oncall.people().get(i);
            String key = "oncall.person[" + (i + 1) + "]";
            if (people.put(person.name(), person) != null) {
                problems.add(key + ".name", "stands twice; name each person once, with all numbers");
            }
            if (person.numbers().isEmpty() || person.numbers().size() > 4) {
                problems.add(key + ".numbers", "must be 1 to 4 numbers, for example [\"301\"]");
            }
            if (problems.read(key + ".kind") && problems.read(key + ".state-law-checked")) {
                person.numbers()
                        .forEach(number -> Rules.kind(person.kind(), number, person.stateLawChecked(), key, problems));
            }
        }
    }

    private void rota(OncallRota rota, String key) {
        if (problems.read(key + ".turns")
                && problems.read(key + ".shift")
                && rota.turns().isEmpty() == rota.shifts().isEmpty()) {
            problems.add(key, "either turns or [[oncall.rota.shift]] must be given, and only one of them");
        }
        if (!rota.turns().isEmpty() && rota.firstWeek().isEmpty()) {
            problems.add(
                    key + ".first-week",
                    "is missing: give a date in the turn of " + rota.turns().get(0) + ", for example 2026-01-05");
        }
        rota.turns().forEach(name -> known(name, key + ".turns"));
        shifts(rota.shifts(), key + ".shift");
        shifts(rota.overrides(), key + ".override");
    }

    private void shifts(List<OncallShift> shifts, String key) {
        for (int i = 0; i < shifts.size(); i++) {
            OncallShift shift = shifts.get(i);
            String name = key + "[" + (i + 1) + "]";
            known(shift.who(), name + ".who");
            if (problems.read(name + ".from") && !shift.from().isBefore(shift.to())) {
                problems.add(name + ".to", "must be later than from");
            }
        }
    }

    private void known(String name, String key) {
        if (!people.containsKey(name)
                && problems.readInEach("oncall.person", oncall.people().size(), "name")) {
            problems.add(key, "names " + name + ", who is no [[oncall.person]]; " + names());
        }
    }

    private String names() {
        return people.isEmpty()
                ? "write one, with name and numbers"
                : "there are: "
                        + String.join(", ", people.keySet().stream().sorted().toList());
    }
}
