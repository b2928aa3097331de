package org.anteroom.agent.cli.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;

/** A machine on which the service runs or doesn't, with the real rules of a configuration. */
final class PretendedInstallation implements Installation {
    final List<String> asked = new ArrayList<>();
    List<String> lacking = List.of();
    boolean running;
    boolean canStart;
    boolean emergency;
    Optional<String> failing = Optional.empty();
    Optional<ServiceLine> line = Optional.empty();

    @Override
    public boolean serviceAnswers(Path socket) {
        return running;
    }

    @Override
    public Optional<ServiceLine> line(Path socket) {
        return line;
    }

    @Override
    public boolean emergency(Path socket) {
        return emergency;
    }

    @Override
    public Optional<String> ask(Path socket, Errand errand, Consumer<String> lines) {
        asked.add(errand.name());
        return failing;
    }

    @Override
    public void keepFallBack(Path socket, long rangMs) {
        asked.add("KEEP " + rangMs);
    }

    @Override
    public boolean keepOnCallTest(Path socket, int confirmed, int people) {
        asked.add("KEEP " + confirmed + " of " + people);
        return running;
    }

    @Override
    public List<String> lacking(Path config) {
        return lacking;
    }

    @Override
    public List<String> problems(Path config) {
        try {
            Config.load(config);
            return List.of();
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage()).lines().toList();
        }
    }

    @Override
    public List<String> notices(Path config) {
        return List.of();
    }

    @Override
    public List<String> makeRecords(Path config) {
        return List.of();
    }

    @Override
    public boolean canStart() {
        return canStart;
    }

    @Override
    public Optional<String> start(Path socket) {
        asked.add("START");
        running = true;
        return Optional.empty();
    }
}
