package org.anteroom.agent.practice.book;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param problems when there are some, nothing was changed
 */
public record ImportReport(int added, int changed, int same, List<RowProblem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    static ImportReport refused(List<RowProblem> problems) {
        return new ImportReport(0, 0, 0, problems);
    }
}
