package org.anteroom.agent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.anteroom.agent.rehearsal.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code anteroom demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays three calls to the real receptionist on this machine, over real SIP and RTP: a message is left;"
                    + " meanwhile a clinical question gets the boundary sentence and becomes a message; then the hours"
                    + " are asked and chest pain is mentioned, so that the on-call phone rings, presses 1 and is"
                    + " connected.",
            "",
            "A small PBX, three callers and the on-call phone run inside the program; nothing is installed and nothing"
                    + " is kept, but for the log when something fails. It prints the transcript as it happens,"
                    + " latencies taken from the packets, the inbox, and whether all was as it should be. It takes less"
                    + " than two minutes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom demo",
            "",
            "Exit codes: 0 all was as it should be; 1 something was not, or it could not be played."
        })
final class DemoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (DemoLog log = DemoLog.begin()) {
            play(out, log);
        }
        return ExitCode.DONE.status();
    }

    private static void play(PrintWriter out, DemoLog log) throws Failure, InterruptedException {
        List<String> broken;
        try {
            broken = new Demo(new DemoAgent.Starter(), out).run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Failure e) {
            throw Failure.of(e.code(), e.sentence() + "\n" + log.keep());
        } catch (Exception e) {
            throw Failure.failed("The demo could not be played: " + e.getMessage() + "\n" + log.keep());
        }
        if (!broken.isEmpty()) {
            throw Failure.failed("Not as it should be: " + String.join("; ", broken) + ".\n" + log.keep());
        }
    }
}
