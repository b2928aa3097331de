package org.anteroom.agent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigDiff;
import org.anteroom.agent.config.ConfigException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code anteroom config diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a configuration sets that is not the default; with another file, what differs between them; with"
                    + " --running, what has changed in the service's file since it read it.",
            "",
            "Values are compared, not text: comments, order and spelling of numbers make no difference. Passwords are"
                    + " compared too and shown as (secret). What takes a restart, where a reload is not enough, is marked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  anteroom config diff",
            "  anteroom config diff --config ./new.toml /etc/anteroom/anteroom.toml",
            "  anteroom config diff --running",
            "",
            "Exit codes: 0 shown; 1 the service is not running; 2 wrong command line; 78 wrong configuration."
        })
final class ConfigDiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "OTHERFILE",
            description = "The configuration before; --config is the one after.")
    private @Nullable Path other;

    @Option(names = "--running", description = "Compare with what the running service has read.")
    private boolean running;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    @Override
    public Integer call() throws Failure {
        PrintWriter out = spec.commandLine().getOut();
        Path before = other;
        if (running) {
            if (before != null) {
                throw new ParameterException(
                        spec.commandLine(), "--running compares with the service, so no other file can be named");
            }
            Map<String, String> words = Map.of("json", Boolean.toString(json));
            Asking.ask(config, new ControlRequest(ControlRequest.Verb.DIFF_CONFIG, 0, words), out);
        } else if (before == null) {
            ConfigLines.fromDefaults(ConfigDiff.fromDefaults(config.load()), json)
                    .forEach(out::println);
        } else {
            ConfigLines.between(ConfigDiff.between(load(before), config.load()), json)
                    .forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE.status();
    }

    private static Config load(Path file) throws Failure {
        try {
            return Config.load(file);
        } catch (ConfigException e) {
            throw Failure.configuration(String.valueOf(e.getMessage()));
        }
    }
}
