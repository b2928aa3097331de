package org.anteroom.agent.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.PinFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom oncall pin}. */
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = {
            "Makes or changes the PIN with which somebody hands over the on-call phone by phone. It is asked for twice and"
                    + " not shown; best whose it is types it.",
            "",
            "Only a hash is kept, in oncall-pins.toml beside the configuration. A running service takes it at once,"
                    + " and its audit trail says who made it. A forgotten PIN can't be read back: make a new one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom oncall pin 'Dr. Reed'",
            "  anteroom oncall pin 'Dr. Reed' --remove",
            "",
            "Exit codes: 0 done; 1 it could not be kept; 2 wrong command line or PIN; 78 wrong configuration."
        })
final class OncallPinCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "NAME", description = "Somebody of the configuration, as [[oncall.person]] names them.")
    private String who = "";

    @Option(names = "--remove", description = "Removes the PIN: no more hand-overs by phone for them.")
    private boolean remove;

    @Override
    public Integer call() throws Failure {
        Config loaded = config.load();
        PinChange change = new PinChange(PinFile.beside(config.file()), who);
        if (remove) {
            change.remove();
            spec.commandLine().getOut().println("The PIN is removed.");
            audit(loaded, true);
            return ExitCode.DONE.status();
        }
        change.make(person(loaded).numbers());
        spec.commandLine().getOut().println("The PIN is kept.");
        audit(loaded, false);
        if (loaded.oncall().handOver().code().isEmpty()) {
            spec.commandLine()
                    .getOut()
                    .println(
                            "Nobody can use it yet: set code in the section [oncall.hand-over] and restart the service.");
        }
        return ExitCode.DONE.status();
    }

    /** A running service writes down who did it; without one there is no audit trail, as for overrides. */
    private void audit(Config loaded, boolean removed) throws Failure {
        ControlRequest request = new ControlRequest(
                ControlRequest.Verb.CHANGED_PIN,
                loaded.oncall().numberOf(who),
                Map.of("removed", String.valueOf(removed)));
        new ControlClient(loaded.control().socket()).ask(request, line -> {});
    }

    private OncallPerson person(Config loaded) throws Failure {
        List<OncallPerson> people = loaded.oncall().people();
        String known = OncallBoard.known(
                who,
                "[[oncall.person]]",
                people.stream().map(OncallPerson::name).toList());
        return people.get(loaded.oncall().numberOf(known) - 1);
    }
}
