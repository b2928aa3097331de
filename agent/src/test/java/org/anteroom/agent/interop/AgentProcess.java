package org.anteroom.agent.interop;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The agent as it is installed: the application folder's own start script, a configuration file, a key, a data folder. */
public final class AgentProcess implements AutoCloseable {
    /** What a configuration needs for drills; {@code drill-password} lies beside it. */
    static final String DRILL =
            """

            [drill]
            user = "299"
            password-file = "drill-password"
            auto-user = "298"
            auto-password-file = "drill-password"
            """;

    private static final Duration COMMAND = Duration.ofSeconds(120);
    private static final int RTP_PORTS = 60;
    /** A call's own and its reserve for on-call phones, RTP and RTCP. */
    private static final int PORTS_PER_CALL = 6;

    /** How long phones are given, in seconds. */
    public record Patience(int rings, int accepts, int retries) {
        static final Patience USUAL = new Patience(20, 12, 5);
    }

    private final Path folder;
    private final Path config;
    private final int port;
    private final ChildProcess serve;

    private AgentProcess(Path folder, Path config, int port, ChildProcess serve) {
        this.folder = folder;
        this.config = config;
        this.port = port;
        this.serve = serve;
    }

    /** Writes a configuration for that PBX and starts to serve; returns at once.
     *
     *  @param groups on-call numbers, group by group
     *  @param recording whether calls are recorded
     *  @param simultaneous how many calls it lets in
     */
    public static AgentProcess start(
            Path folder,
            InetSocketAddress pbx,
            String transport,
            String password,
            boolean recording,
            int simultaneous,
            List<List<String>> groups)
            throws IOException, InterruptedException {
        return start(folder, pbx, transport, password, recording, simultaneous, groups, Patience.USUAL, "");
    }

    /** The same with phones that are given more or less time, and more sections of the configuration.
     *
     *  @param more as they stand in the file
     */
    public static AgentProcess start(
            Path folder,
            InetSocketAddress pbx,
            String transport,
            String password,
            boolean recording,
            int simultaneous,
            List<List<String>> groups,
            Patience patience,
            String more)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("agent"));
        Path config = home.resolve("anteroom.toml");
        ChildProcess init = ChildProcess.start(
                home.toFile(),
                List.of(
                        program(),
                        "config",
                        "init",
                        "--config",
                        config.toString(),
                        "--key",
                        home.resolve("records.key").toString(),
                        "--data",
                        home.resolve("data").toString(),
                        "--socket",
                        home.resolve("control").toString()));
        if (init.awaitExit(COMMAND) != 0) {
            throw new IllegalStateException("config init failed:\n" + init.output());
        }
        int port = FreePort.of(1);
        Files.writeString(
                config,
                configuration(home, pbx, transport, password, port, recording, simultaneous, groups, patience) + more);
        return new AgentProcess(
                home,
                config,
                port,
                ChildProcess.start(home.toFile(), List.of(program(), "serve", "--config", config.toString())));
    }

    private static String program() {
        return new File(System.getProperty("anteroom.app", "target/anteroom"), "bin/anteroom").getAbsolutePath();
    }

    private static String configuration(
            Path home,
            InetSocketAddress pbx,
            String transport,
            String password,
            int port,
            boolean recording,
            int simultaneous,
            List<List<String>> groups,
            Patience patience) {
        int ports = Math.max(RTP_PORTS, simultaneous * PORTS_PER_CALL);
        int rtp = FreePort.of(ports + 1) + 1 & ~1;
        StringBuilder text = new StringBuilder(
                """
                [practice]
                name = "Maple Street Dental"
                type = "dental"
                timezone = "America/New_York"
                address = "12 Maple Street, Springfield"
                phone = "2125550100"

                [practice.hours]
                %s

                [sip]
                pbx = "%s"
                pbx-port = %d
                transport = "%s"
                user = "%s"
                password = "%s"
                bind = "127.0.0.1"
                port = %d
                expires = 20

                [media]
                bind = "127.0.0.1"
                first-port = %d
                last-port = %d

                [speech]
                expected-calls = 2

                [records]
                folder = "%s"
                key-file = "%s"

                [control]
                socket = "%s"
                [watch]
                port = 0

                [recording]
                enabled = %s

                [calls]
                simultaneous = %d
                longest-minutes = 240

                [oncall]
                accept-seconds = %d
                retry-seconds = %d
                """
                        .formatted(
                                everyDay("[\"00:00-24:00\"]"),
                                pbx.getAddress().getHostAddress(),
                                pbx.getPort(),
                                transport,
                                Kamailio.AGENT,
                                password,
                                port,
                                rtp,
                                rtp + ports - 1,
                                home.resolve("data"),
                                home.resolve("records.key"),
                                home.resolve("control"),
                                recording,
                                simultaneous,
                                patience.accepts(),
                                patience.retries()));
        int number = 0;
        for (List<String> group : groups) {
            text.append("\n[[oncall.group]]\nname = \"group %d\"\nring-seconds = %d\n"
                    .formatted(++number, patience.rings()));
            for (String target : group) {
                text.append(
                        "\n[[oncall.group.target]]\nname = \"phone %s\"\nnumber = \"%s\"\n".formatted(target, target));
            }
        }
        return text.toString();
    }

    private static String everyDay(String hours) {
        return String.join(
                "\n",
                Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                        .map(day -> day + " = " + hours)
                        .toList());
    }

    /** Runs another command with the same configuration and returns what it printed; it must end with 0. */
    public String command(String... words) throws IOException, InterruptedException {
        return commandBy(config, words);
    }

    /** The same with a configuration of the test's. */
    public String commandBy(Path other, String... words) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.concat(Stream.of(program()), Stream.of(words)), Stream.of("--config", other.toString()))
                .toList();
        try (ChildProcess command = ChildProcess.start(folder.toFile(), line)) {
            if (command.awaitExit(COMMAND) != 0) {
                throw new IllegalStateException(String.join(" ", words) + " failed:\n" + command.output());
            }
            return command.output();
        }
    }

    /** Everything the service wrote to its log. */
    public String log() {
        return serve.output();
    }

    public boolean running() {
        return serve.running();
    }

    public long pid() {
        return serve.pid();
    }

    /** Where it takes SIP. */
    public InetSocketAddress address() {
        return new InetSocketAddress(Kamailio.ADDRESS, port);
    }

    /** The file it was started with. */
    public Path config() {
        return config;
    }

    /** Where its records are. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        serve.terminate();
        serve.close();
    }
}
