package org.anteroom.agent.interop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run of sipp with a scenario of the test's: exit code 0 means that every call went exactly as the scenario says. */
public final class Sipp {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Sipp() {}

    /** What a run ended with. */
    public record Outcome(int exit, String output) {}

    /** Plays a scenario against a server and waits for its end.
     *
     *  @param scenario XML text of the scenario
     *  @param service user part of the address that is called
     */
    public static Outcome run(Path folder, InetSocketAddress server, String service, String scenario, int calls)
            throws IOException, InterruptedException {
        return run(folder, server, service, scenario, calls, List.of());
    }

    /** The same with further options, as {@code -au} and {@code -ap} for digest credentials. */
    public static Outcome run(
            Path folder, InetSocketAddress server, String service, String scenario, int calls, List<String> options)
            throws IOException, InterruptedException {
        Peers.require("sipp", "sip-tester");
        Path home = Files.createTempDirectory(folder, "sipp-");
        Files.writeString(home.resolve("scenario.xml"), scenario);
        List<String> command = new ArrayList<>(List.of(
                "sipp",
                server.getAddress().getHostAddress() + ":" + server.getPort(),
                "-sf",
                "scenario.xml",
                "-s",
                service,
                "-m",
                Integer.toString(calls),
                "-l",
                "1",
                "-i",
                "127.0.0.1",
                "-p",
                Integer.toString(FreePort.of(1)),
                "-mp",
                Integer.toString(FreePort.of(4)),
                "-nostdin",
                "-timeout",
                LONGEST.toSeconds() + "s",
                "-timeout_error",
                "-trace_err"));
        command.addAll(options);
        try (ChildProcess process = ChildProcess.start(home.toFile(), command)) {
            int exit = process.awaitExit(LONGEST.plusSeconds(10));
            return new Outcome(exit, process.output());
        }
    }
}
