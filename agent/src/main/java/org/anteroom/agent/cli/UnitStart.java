package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts the installed service, or starts it again, and waits for the new process. systemctl itself isn't waited for: a service that
 *  ends lets an emergency on its line come to an end first, however long that takes.
 */
final class UnitStart {
    private static final String UNIT = "anteroom";
    private static final Duration LOOK = Duration.ofMillis(250);

    private final List<String> systemctl;
    private final Duration within;
    private final Duration each;

    /** @param systemctl the command
     *  @param within until the service must answer
     *  @param each until a command must have ended
     */
    UnitStart(List<String> systemctl, Duration within, Duration each) {
        this.systemctl = List.copyOf(systemctl);
        this.within = within;
        this.each = each;
    }

    /** @param answers whether a service answers, the old one or the new
     *  @return why it doesn't; empty when the new one does
     */
    Optional<String> go(BooleanSupplier answers) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        try {
            String before = shown("InvocationID");
            said("--no-block", "restart", UNIT);
            boolean begun = false;
            while (System.nanoTime() < until) {
                begun = begun || !shown("InvocationID").equals(before);
                if (begun && answers.getAsBoolean()) {
                    return Optional.empty();
                }
                if (begun && shown("ActiveState").equals("failed")) {
                    return Optional.of("It was started, and ended at once: journalctl -u anteroom -n 30 says why.");
                }
                LockSupport.parkNanos(LOOK.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("while the service starts");
                }
            }
            return Optional.of(
                    begun
                            ? "It was started, but does not answer within " + within.toSeconds() + " s."
                            : "The one that ran has not ended within " + within.toSeconds()
                                    + " s: it lets its callers finish, an emergency above all, and starts again by itself"
                                    + " after that.");
        } catch (IOException e) {
            return Optional.of("systemctl could not start it: " + e.getMessage());
        }
    }

    private String shown(String property) throws IOException, InterruptedException {
        return said("show", UNIT, "--property=" + property, "--value");
    }

    /** What it prints is a few lines, which a pipe holds: it is read when it has ended. */
    private String said(String... words) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(systemctl.stream(), Stream.of(words)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        if (!process.waitFor(each.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IOException("it doesn't come back within " + each.toSeconds() + " s");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
