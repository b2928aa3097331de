package org.anteroom.agent.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.interop.AgentProcess;
import org.anteroom.agent.interop.ChildProcess;
import org.anteroom.agent.interop.Kamailio;

/** The agent as the interop tests install it, but with room for more calls than the preset four: an emergency is measured
 *  while four others talk and the one before may still be ending.
 */
final class BenchAgent implements AutoCloseable {

    private static final int CALLS = 6;

    private final AgentProcess files;
    private final ChildProcess serve;

    private BenchAgent(AgentProcess files, ChildProcess serve) {
        this.files = files;
        this.serve = serve;
    }

    /** Begins to serve; returns at once. */
    static BenchAgent start(Path folder, InetSocketAddress pbx, List<List<String>> groups)
            throws IOException, InterruptedException {
        AgentProcess files = AgentProcess.start(folder, pbx, "udp", Kamailio.PASSWORD, false, groups);
        // Only its files are wanted: the service is ended while it still starts.
        files.close();
        Path config = files.folder().resolve("anteroom.toml");
        String preset = Files.readString(config);
        Files.writeString(config, preset.replace("[calls]", "[calls]\nsimultaneous = " + CALLS));
        String program = new File(System.getProperty("anteroom.app"), "bin/anteroom").getAbsolutePath();
        List<String> command = List.of(program, "serve", "--config", config.toString());
        return new BenchAgent(files, ChildProcess.start(files.folder().toFile(), command));
    }

    /** Runs another command beside it and returns what it printed; it must end with 0. */
    String command(String... words) throws IOException, InterruptedException {
        return files.command(words);
    }

    /** Everything it wrote to its log. */
    String log() {
        return serve.output();
    }

    boolean running() {
        return serve.running();
    }

    long pid() {
        return serve.pid();
    }

    @Override
    public void close() {
        serve.terminate();
        serve.close();
    }
}
