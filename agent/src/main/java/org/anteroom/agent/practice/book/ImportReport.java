package org.anteroom.agent.practice.book;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param problems when there are some, nothing was changed
 * @param notices of rows that were taken, and that somebody may not have meant
 */
public record ImportReport(int added, int changed, int same, List<RowProblem> problems, List<RowProblem> notices) {
    public ImportReport {
        problems = List.copyOf(problems);
        notices = List.copyOf(notices);
    }

    /** One without notices. */
    ImportReport(int added, int changed, int same, List<RowProblem> problems) {
        this(added, changed, same, problems, List.of());
    }

    static ImportReport refused(List<RowProblem> problems) {
        return new ImportReport(0, 0, 0, problems);
    }
}
