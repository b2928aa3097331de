package org.anteroom.agent.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anteroom.agent.emergency.Grade;

/** How many emergencies, and how many of the others, became an alarm, a concern or nothing. */
record GradeTable(List<Grade> emergencies, List<Grade> others) {

    GradeTable {
        emergencies = List.copyOf(emergencies);
        others = List.copyOf(others);
    }

    /** Counts for programs: {@code emergencies} and {@code others}, each with {@code alarm}, {@code concern}, {@code nothing}. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("emergencies", counts(emergencies));
        json.put("others", counts(others));
        return json;
    }

    /**
     * The same for people, with 95 % intervals.
     *
     * @param nameWidth characters of the first column
     */
    String text(int nameWidth) {
        String line = "%-" + nameWidth + "s %6s %20s %20s %20s%n";
        return String.format(Locale.ROOT, line, "decided", "cases", "alarm", "concern", "nothing")
                + row(line, "emergencies", emergencies)
                + row(line, "others", others);
    }

    private static Map<String, Long> counts(List<Grade> group) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("alarm", part(group, Grade.ALARM).hits());
        counts.put("concern", part(group, Grade.CONCERN).hits());
        counts.put("nothing", part(group, Grade.NONE).hits());
        return counts;
    }

    private static String row(String line, String name, List<Grade> group) {
        return String.format(
                Locale.ROOT,
                line,
                name,
                group.size(),
                part(group, Grade.ALARM),
                part(group, Grade.CONCERN),
                part(group, Grade.NONE));
    }

    private static Proportion part(List<Grade> group, Grade grade) {
        return Proportion.count(group, each -> true, each -> each == grade);
    }
}
