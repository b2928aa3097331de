package org.anteroom.agent.interop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A run of sipp with a scenario of the test's: exit code 0 means that every call went exactly as the scenario says. */
public final class Sipp {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Sipp() {}

    /** What a run ended with. */
    public record Outcome(int exit, String output) {}

    /** Plays a scenario against a server and waits for its end.
     *
     *  @param from the loopback address it calls from
     *  @param service user part of the address that is called
     *  @param scenario name of a scenario among the test resources
     */
    public static Outcome run(
            Path folder, String from, InetSocketAddress server, String service, String scenario, int calls)
            throws IOException, InterruptedException {
        Peers.require("sipp", "sip-tester");
        Path home = Files.createTempDirectory(folder, "sipp-");
        try (InputStream in = Sipp.class.getResourceAsStream(scenario)) {
            if (in == null) {
                throw new IOException(scenario + " is not among the test resources.");
            }
            Files.copy(in, home.resolve("scenario.xml"));
        }
        List<String> command = List.of(
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
                from,
                "-p",
                Integer.toString(FreePort.of(1)),
                "-mp",
                Integer.toString(FreePort.of(4)),
                "-nostdin",
                "-timeout",
                LONGEST.toSeconds() + "s",
                "-timeout_error",
                "-trace_err");
        try (ChildProcess process = ChildProcess.start(home.toFile(), command)) {
            int exit = process.awaitExit(LONGEST.plusSeconds(10));
            return new Outcome(exit, process.output());
        }
    }
}
