package org.anteroom.agent.emergency;

import java.util.Locale;

/**
 * One row of a rule file: a named pattern and what it means when it is heard.
 *
 * @param name shared by the rows of one rule; goes into the decision
 * @param category what it is about
 * @param timing when it decides
 * @param opens the pattern must begin the turn ({@code ^})
 * @param closes the pattern must end the turn ({@code $})
 * @param phrase what is matched
 */
record Rule(String name, String category, Grade grade, Timing timing, boolean opens, boolean closes, Phrase phrase) {

    private static final int NAME = 0;
    private static final int CATEGORY = 1;
    private static final int GRADE = 2;
    private static final int TIMING = 3;
    private static final int PATTERN = 4;

    /** Reads a row: rule, category, grade, timing, pattern, note. */
    static Rule of(TsvFile.Row row, PhraseParser parser) {
        String pattern = row.column(PATTERN);
        boolean opens = pattern.startsWith("^");
        boolean closes = pattern.endsWith("$");
        if (row.column(NAME).isEmpty() || row.column(CATEGORY).isEmpty()) {
            throw row.problem("a rule needs a name and a category");
        }
        try {
            String bare = pattern.substring(opens ? 1 : 0, pattern.length() - (closes ? 1 : 0));
            return new Rule(
                    row.column(NAME), row.column(CATEGORY), grade(row), timing(row), opens, closes, parser.parse(bare));
        } catch (IllegalArgumentException e) {
            throw row.problem(e.getMessage() + " in the pattern '" + pattern + "'");
        }
    }

    private static Grade grade(TsvFile.Row row) {
        return switch (row.column(GRADE)) {
            case "alarm" -> Grade.ALARM;
            case "concern" -> Grade.CONCERN;
            default -> throw row.problem("the grade must be alarm or concern");
        };
    }

    private static Timing timing(TsvFile.Row row) {
        return switch (row.column(TIMING).toLowerCase(Locale.ROOT)) {
            case "immediate" -> Timing.IMMEDIATE;
            case "settle" -> Timing.SETTLE;
            case "doubtful" -> Timing.DOUBTFUL;
            default -> throw row.problem("the timing must be immediate, settle or doubtful");
        };
    }
}
