package org.anteroom.agent.cli;

import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Parameters;

/** A command that lists what the records hold, or shows one of it: {@code [list | show N]}. */
abstract class Listing extends Question {

    private final Verb list;
    private final Verb show;

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|show",
            description = "What to do (default: list).")
    private String verb = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "0",
            paramLabel = "N",
            description = "Number of the one to show.")
    private long number;

    Listing(Verb list, Verb show) {
        this.list = list;
        this.show = show;
    }

    @Override
    ControlRequest request() {
        if (verb.equals("list") && number == 0) {
            return ControlRequest.of(list);
        }
        if (verb.equals("show") && number > 0) {
            return new ControlRequest(show, number);
        }
        throw wrong("Say: " + name() + " list, or: " + name() + " show N");
    }
}
