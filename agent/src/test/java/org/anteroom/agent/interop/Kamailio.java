package org.anteroom.agent.interop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A real Kamailio as the practice PBX: digest registrar and proxy on 127.0.0.1, UDP and TCP, registrations in memory.
 *  Every extension has the same password; {@link #AGENT}'s calls go to {@link #FALLBACK} while it isn't registered, answers 503,
 *  says nothing for 4 s or rings for 10 s.
 */
public final class Kamailio implements AutoCloseable {

    public static final String ADDRESS = "127.0.0.1";
    public static final String PASSWORD = "correct-horse";
    public static final String AGENT = "600";
    public static final String FALLBACK = "699";
    private static final Duration START = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private @Nullable ChildProcess process;

    private Kamailio(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts it in a folder of the test's and waits until it listens. */
    public static Kamailio start(Path folder) throws IOException, InterruptedException {
        Peers.require("kamailio", "kamailio");
        Kamailio kamailio = new Kamailio(Files.createDirectories(folder.resolve("kamailio")), FreePort.of(1));
        kamailio.writeConfiguration();
        kamailio.start();
        return kamailio;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(ADDRESS, port);
    }

    /** Goes away as with a power cut: nobody is told, every registration is forgotten. */
    public void stop() {
        ChildProcess running = process;
        if (running != null) {
            running.close();
        }
        process = null;
    }

    /** Comes back on the same port. */
    public void start() throws IOException, InterruptedException {
        ChildProcess started = ChildProcess.start(
                folder.toFile(),
                List.of("kamailio", "-DD", "-E", "-m", "64", "-M", "8", "-Y", folder.toString(), "-f", "kamailio.cfg"));
        process = started;
        long deadline = System.nanoTime() + START.toNanos();
        while (!OptionsPing.answered(address(), Duration.ofMillis(200))) {
            if (!started.running() || System.nanoTime() > deadline) {
                String output = started.output();
                started.close();
                throw new IllegalStateException("Kamailio did not start:\n" + output);
            }
        }
    }

    private void writeConfiguration() throws IOException {
        try (InputStream in = Kamailio.class.getResourceAsStream("kamailio.cfg")) {
            if (in == null) {
                throw new IOException("kamailio.cfg is not among the test resources.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("ADDRESS", ADDRESS)
                    .replace("PORT", Integer.toString(port))
                    .replace("PASSWORD", PASSWORD)
                    .replace("FALLBACK_ROUTE", "TO_A_PERSON")
                    .replace("FALLBACK", FALLBACK)
                    .replace("AGENT", AGENT);
            Files.writeString(folder.resolve("kamailio.cfg"), text);
        }
    }

    /** Whether that extension registers (or, with false, un-registers) within the time, counted since the last start. */
    public boolean awaitRegistration(String extension, boolean registers, int times, Duration within)
            throws InterruptedException {
        ChildProcess running = process;
        return running != null && running.awaitLines(registration(extension, registers), times, within);
    }

    private static Predicate<String> registration(String extension, boolean registers) {
        return line -> line.contains("REGISTERED " + extension + " ")
                && registers != (line.contains("expires=0") || line.contains("expires: 0"));
    }

    /** Whether the last word of that extension was that it registers. */
    public boolean registered(String extension) {
        Predicate<String> comes = registration(extension, true);
        Predicate<String> goes = registration(extension, false);
        return output().lines()
                .filter(line -> comes.test(line) || goes.test(line))
                .reduce((earlier, later) -> later)
                .filter(comes)
                .isPresent();
    }

    /** What it logged since it was last started. */
    public String output() {
        ChildProcess running = process;
        return running == null ? "" : running.output();
    }

    @Override
    public void close() {
        stop();
    }
}
