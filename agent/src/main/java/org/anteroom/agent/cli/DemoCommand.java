package org.anteroom.agent.cli;

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
            "Plays three calls to the real receptionist on this machine, over real SIP and RTP: a message is left; the"
                    + " hours are asked and then chest pain is mentioned, so that the on-call phone rings, presses 1 and"
                    + " is connected; a clinical question gets the boundary sentence and becomes a message.",
            "",
            "A small PBX, three callers and the on-call phone run inside the program; nothing is installed and nothing"
                    + " is kept. It prints the transcript as it happens, latencies taken from the packets, the inbox,"
                    + " and whether all was as it should be. It takes less than two minutes."
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
    public Integer call() throws Failure, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<String> broken;
        try {
            broken = new Demo(new DemoAgent.Starter(), out).run();
        } catch (InterruptedException | Failure e) {
            throw e;
        } catch (Exception e) {
            throw Failure.failed("The demo could not be played: " + e.getMessage());
        }
        if (!broken.isEmpty()) {
            throw Failure.failed("Not as it should be: " + String.join("; ", broken));
        }
        return ExitCode.DONE.status();
    }
}
