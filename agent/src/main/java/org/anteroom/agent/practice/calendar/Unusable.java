package org.anteroom.agent.practice.calendar;

import org.anteroom.agent.practice.book.RowProblem;

/** Something in a calendar can't be used. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RowProblem problem;

    Unusable(long line, String property, String sentence) {
        super(sentence, null, false, false);
        this.problem = new RowProblem(line, property, sentence);
    }

    Unusable(ContentLine line, String sentence) {
        this(line.number(), line.name(), sentence);
    }

    RowProblem problem() {
        return problem;
    }
}
