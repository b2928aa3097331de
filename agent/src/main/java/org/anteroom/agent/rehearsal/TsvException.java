package org.anteroom.agent.rehearsal;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/** A file of cases can't be used; the message has one line for each problem, with file and line number. */
public final class TsvException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 20;

    public TsvException(String sentence) {
        super(sentence);
    }

    /** One exception for everything that is wrong with a file; the first {@value #MOST_SHOWN} problems are shown. */
    public static TsvException of(Path file, List<String> problems) {
        StringBuilder text = new StringBuilder();
        for (String problem : problems.subList(0, Math.min(MOST_SHOWN, problems.size()))) {
            text.append(text.isEmpty() ? "" : "\n").append(file).append(": ").append(problem);
        }
        if (problems.size() > MOST_SHOWN) {
            text.append("\n")
                    .append(file)
                    .append(": and ")
                    .append(problems.size() - MOST_SHOWN)
                    .append(" more");
        }
        return new TsvException(text.toString());
    }
}
