package org.anteroom.agent.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anteroom.agent.cli.ControlRequest.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom patients proxy add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Lists somebody who may act for a patient. Their name and their PIN are asked for, or read from standard input,"
                    + " a line each: names don't belong into a shell's history. Who listed them is written to the audit"
                    + " trail.",
            "",
            "With --blocked it lists somebody whom a court's order keeps away: nobody of that name is let do or hear"
                    + " anything, whatever else is listed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom patients proxy add 12 --relation mother --tasks book,cancel --until 2027-06-30",
            "  anteroom patients proxy add 12 --relation father --blocked --until 2035-01-01",
            "",
            "Exit codes: 0 done; 1 no such patient, or the records can't be opened; 2 wrong command line or PIN; 78 wrong"
                    + " configuration."
        })
final class ProxyAddCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "NUMBER", description = "The patient's number, as 'patients list' shows it.")
    private long number;

    @Option(
            names = "--relation",
            required = true,
            paramLabel = "TEXT",
            description = "To the patient, such as mother, guardian, or home.")
    private String relation = "";

    @Option(
            names = "--tasks",
            defaultValue = "",
            paramLabel = "TASKS",
            description = "What they may do: book, confirm, cancel, reschedule, refill; with commas between.")
    private String tasks = "";

    @Option(names = "--until", required = true, paramLabel = "DATE", description = "The last day, such as 2027-06-30.")
    private String until = "";

    @Option(names = "--blocked", description = "A court's order keeps them away; they have no PIN.")
    private boolean blocked;

    @Option(
            names = "--no-pin",
            description = "They have no PIN: they may book where a name is enough, and hear nothing.")
    private boolean noPin;

    @Override
    public Integer call() throws Failure {
        if (number <= 0 || tasks.isEmpty() != blocked) {
            throw new ParameterException(
                    spec.commandLine(), "Say --tasks with what they may do, or --blocked without any");
        }
        PinEntry entry = new PinEntry();
        String name = entry.name("name of the proxy");
        String pin = blocked || noPin ? "" : String.valueOf(entry.pin(List.of()));
        Map<String, String> words =
                Map.of("relation", relation, "tasks", tasks, "until", until, "blocked", Boolean.toString(blocked));
        ControlRequest request = new ControlRequest(Verb.ADD_PROXY, number, words);
        if (request.line().length() >= ControlRequest.LONGEST) {
            throw Failure.usage("That is too long for a relation.");
        }
        Asking.ask(config, request.with(name + "\n" + pin), spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
