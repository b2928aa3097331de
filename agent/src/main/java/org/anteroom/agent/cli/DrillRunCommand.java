package org.anteroom.agent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code anteroom drill run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a drill now. The running service plays every phrase of the practice's type, each in a call of its own"
                    + " through the PBX, and shows after how many seconds a phone rang, was accepted and was connected. It"
                    + " takes about half a minute for each phrase. A real emergency ends it at once.",
            "",
            "With --outage or --wait-for-fallback nothing is said: one call shows whether, and after how many seconds,"
                    + " the PBX rings a person while Anteroom doesn't answer. It is hung up as soon as a phone rings."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom drill run",
            "  anteroom drill run --phrase emergency-chest",
            "  anteroom drill run --json             (for monitoring)",
            "  sudo anteroom drill run --outage      (freezes the service for some seconds)",
            "",
            "Exit codes: 0 it passed; 1 it failed, gave way or could not be made; 2 wrong command line; 78 wrong configuration."
        })
final class DrillRunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    /** At most one of three. */
    static final class What {
        @Option(
                names = "--real-phones",
                description = "Rings the people who are on call now, instead of the phones of [drill].")
        private boolean realPhones;

        @Option(
                names = "--outage",
                description =
                        "Freezes the running service, calls it, and lets it go on again, whatever happens. Needs the"
                                + " right to signal it (root, or its own user).")
        private boolean outage;

        @Option(
                names = "--wait-for-fallback",
                description = "Waits until you have stopped Anteroom or unplugged its network, then calls it.")
        private boolean waitForFallback;
    }

    @ArgGroup
    private What what = new What();

    @Option(
            names = "--phrase",
            paramLabel = "NAME",
            description = {
                "Plays that phrase alone, named as the table names it; may be given several times. Such a drill shows"
                        + " whether something is mended, but stands for none of those that are due."
            })
    private List<String> phrases = List.of();

    @Option(names = "--json", description = "One line of JSON at the end, and nothing else.")
    private boolean json;

    @Option(names = "--yes", description = "Doesn't ask first.")
    private boolean yes;

    @Override
    public Integer call() throws Failure, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (json && (what.outage || what.waitForFallback)) {
            throw new ParameterException(spec.commandLine(), "--json belongs to a drill with phrases");
        }
        if (!phrases.isEmpty() && (what.outage || what.waitForFallback)) {
            throw new ParameterException(spec.commandLine(), "--phrase belongs to a drill with phrases");
        }
        if (what.outage) {
            confirm("This freezes Anteroom for up to a minute; callers go to the PBX's fall-back meanwhile.", out);
            new DrillOutage(config.load(), out::println).frozen();
        } else if (what.waitForFallback) {
            DrillOutage outage = new DrillOutage(config.load(), out::println);
            outage.unreachable(() -> confirm("Stop Anteroom (systemctl stop anteroom), or unplug its network.", out));
        } else {
            if (what.realPhones) {
                confirm("This rings the people who are on call now; each is told first that it is a drill.", out);
            }
            Map<String, String> words = Map.of(
                    "real-phones",
                    Boolean.toString(what.realPhones),
                    "json",
                    Boolean.toString(json),
                    "phrases",
                    String.join(",", phrases));
            Asking.ask(config, new ControlRequest(ControlRequest.Verb.RUN_DRILL, 0, words), out);
        }
        out.flush();
        return ExitCode.DONE.status();
    }

    private void confirm(String sentence, PrintWriter out) throws Failure {
        if (yes) {
            return;
        }
        out.print(sentence + " Type yes to go on: ");
        out.flush();
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (line == null || !line.strip().equalsIgnoreCase("yes")) {
                throw Failure.failed("Nothing was done.");
            }
        } catch (IOException e) {
            throw Failure.failed("Nobody could be asked; say --yes if it shall be done.");
        }
    }
}
