package org.anteroom.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom oncall test}. */
@Command(
        name = "oncall",
        mixinStandardHelpOptions = true,
        description = {
            "Tests the people on call: 'test' rings every person of every group at the same time, says that it is a"
                    + " test and waits for the accept key. Nobody is connected to anybody; services (911, 988) are"
                    + " never rung.",
            "",
            "The running service does it, with its own line. Do it after every change of the plan or of the PBX."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom oncall test",
            "",
            "Exit codes: 0 every target answered and pressed the key; 1 one did not, or the service is not running;"
                    + " 2 wrong command line or configuration."
        })
final class OncallCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", arity = "0..1", defaultValue = "", paramLabel = "test", description = "Say: test")
    private String verb = "";

    @Override
    public Integer call() throws Failure {
        if (!verb.equals("test")) {
            throw new ParameterException(spec.commandLine(), "Say: oncall test");
        }
        ControlRequest request = ControlRequest.of(ControlRequest.Verb.TEST_ON_CALL);
        Asking.ask(config, request, spec.commandLine().getOut());
        return ExitCode.DONE.status();
    }
}
