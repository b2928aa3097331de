package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.cli.ControlRequest.Verb;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigDiff;
import org.anteroom.agent.config.ConfigException;

/** Tells what has changed in the configuration since the service read it; passes on everything else. Any thread.
 *
 *  @param file what it reads
 *  @param loaded what it has read last; empty while that could not be used
 */
record ConfigDesk(ControlDesk others, Path file, Supplier<Optional<Config>> loaded) implements ControlDesk {

    @Override
    public void serve(ControlRequest request, String actor, Consumer<String> lines) throws Failure {
        if (request.verb() != Verb.DIFF_CONFIG) {
            others.serve(request, actor, lines);
            return;
        }
        Config before = loaded.get()
                .orElseThrow(
                        () -> Failure.failed("The service serves emergencies only, from the plan it had kept: it could"
                                + " not use " + file + ". What is wrong says: anteroom config check"));
        try {
            ConfigLines.between(ConfigDiff.between(before, Config.load(file)), request.is("json"))
                    .forEach(lines);
        } catch (ConfigException e) {
            throw Failure.configuration(String.valueOf(e.getMessage()));
        }
    }
}
