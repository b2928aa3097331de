package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.StaffConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom staff pin}. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = {
            "Makes or changes the PIN with which somebody changes by phone what callers get. It is asked for twice and not"
                    + " shown; best whose it is types it.",
            "",
            "Only a hash is kept, in staff-pins.toml beside the configuration. A running service takes it at once, and its"
                    + " audit trail says who made it. A forgotten PIN can't be read back: make a new one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom staff pin Ana",
            "  anteroom staff pin Ana --remove",
            "",
            "Exit codes: 0 done; 1 it could not be kept; 2 wrong command line or PIN; 78 wrong configuration."
        })
final class StaffPinCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "NAME", description = "Somebody of the configuration, as staff.people names them.")
    private String who = "";

    @Option(names = "--remove", description = "Removes the PIN: no more overrides by phone for them.")
    private boolean remove;

    @Override
    public Integer call() throws Failure {
        Config loaded = config.load();
        StaffConfig staff = loaded.staff();
        PinChange change = new PinChange(PinFile.ofStaffBeside(config.file()), who);
        PrintWriter out = spec.commandLine().getOut();
        if (remove) {
            change.remove();
            out.println("The PIN is removed.");
        } else {
            OncallBoard.known(who, "staff.people", staff.people());
            change.make(staff.extensions());
            out.println("The PIN is kept.");
        }
        // A running service writes down who did it; without one there is no audit trail.
        ControlRequest request = new ControlRequest(
                ControlRequest.Verb.CHANGED_PIN,
                staff.numberOf(who),
                Map.of("removed", String.valueOf(remove), "of", "staff"));
        new ControlClient(loaded.control().socket()).ask(request, line -> {});
        if (!remove && staff.code().isEmpty()) {
            out.println("Nobody can use it yet: set code in the section [staff] and run: anteroom reload.");
        }
        return ExitCode.DONE.status();
    }
}
