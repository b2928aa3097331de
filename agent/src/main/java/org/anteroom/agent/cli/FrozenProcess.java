package org.anteroom.agent.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that was stopped with SIGSTOP and goes on when this is closed. Invariant: whatever becomes of us, it goes on. A
 *  watchdog of its own, which neither Ctrl-C nor a closed terminal ends, lets it go on when our end of its pipe closes, as
 *  it does when we are killed, and at the latest after the given time.
 */
final class FrozenProcess implements AutoCloseable {

    private static final Duration SIGNALS_WITHIN = Duration.ofSeconds(5);
    /** Reads until we close the pipe or the time is over. */
    private static final String WATCHDOG =
            "trap '' INT HUP TERM; timeout -s KILL \"$1\" cat > /dev/null; kill -CONT \"$2\"";

    private final long pid;
    private final Process watchdog;
    private final Thread hook;

    private FrozenProcess(long pid, Process watchdog, Thread hook) {
        this.pid = pid;
        this.watchdog = watchdog;
        this.hook = hook;
    }

    /** Freezes it.
     *
     *  @throws Failure when we may not; it goes on then
     */
    static FrozenProcess freeze(long pid, Duration longest) throws Failure, InterruptedException {
        try {
            Process watchdog = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            WATCHDOG,
                            "watchdog",
                            Long.toString(longest.toSeconds()),
                            Long.toString(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread hook = new Thread(() -> goOn(pid), "goes-on");
            Runtime.getRuntime().addShutdownHook(hook);
            FrozenProcess frozen = new FrozenProcess(pid, watchdog, hook);
            if (!signal("-STOP", pid)) {
                frozen.close();
                throw Failure.failed(
                        "This user may not freeze the service: run the command as root, or as the user of the"
                                + " service.");
            }
            return frozen;
        } catch (IOException e) {
            throw Failure.failed(
                    "The service was not frozen, because no watchdog could be started (" + e.getMessage() + ").");
        }
    }

    private static boolean signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return kill.waitFor(SIGNALS_WITHIN.toSeconds(), TimeUnit.SECONDS) && kill.exitValue() == 0;
    }

    private static void goOn(long pid) {
        try {
            signal("-CONT", pid);
        } catch (IOException e) {
            // The watchdog does it: our end of its pipe closes with us.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "Process " + pid;
    }

    /** Lets it go on. */
    @Override
    public void close() {
        goOn(pid);
        try {
            watchdog.getOutputStream().close();
        } catch (IOException e) {
            watchdog.destroy();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It runs already, and does the same.
            return;
        }
    }
}
