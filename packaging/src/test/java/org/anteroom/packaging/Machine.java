package org.anteroom.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Debian machine of its own: a root unpacked from an archive, booted under systemd in a network namespace. */
final class Machine implements AutoCloseable {

    private static final Duration BOOT = Duration.ofSeconds(60);
    private static final Duration COMMAND = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 50;

    private final Path root;
    private final Peer container;
    private final long leader;

    private Machine(Path root, Peer container, long leader) {
        this.root = root;
        this.container = container;
        this.leader = leader;
    }

    /** What a command in the machine ended with. */
    record Outcome(int exit, String output, Duration took) {}

    /** No systemd comes up under systemd-nspawn on this kernel or in this sandbox, whatever the root. */
    static final class CannotBootHere extends Exception {

        private static final long serialVersionUID = 1L;

        CannotBootHere(String output) {
            super("systemd-nspawn can't boot a machine here:\n" + output);
        }
    }

    /** Unpacks and boots it; where that fails the folder is removed.
     *
     *  @param root a folder that is there and empty
     *  @throws CannotBootHere when its systemd never answers
     *  @throws IllegalStateException when it can't be unpacked, or begins to boot and doesn't get to the end
     */
    static Machine boot(Path root, Path archive, String network)
            throws IOException, InterruptedException, CannotBootHere {
        Machine booted = null;
        try {
            Peer.run(COMMAND, List.of("tar", "-C", root.toString(), "--numeric-owner", "-xf", archive.toString()));
            if (!Files.exists(root.resolve("usr/lib/systemd/systemd"))) {
                throw new IllegalStateException(archive + " holds no machine that boots under systemd: make it anew.");
            }
            booted = boot(root, network);
            return booted;
        } finally {
            if (booted == null) {
                remove(root);
            }
        }
    }

    private static Machine boot(Path root, String network) throws IOException, InterruptedException, CannotBootHere {
        Peer container = Peer.start(List.of(
                "systemd-nspawn",
                "-q",
                "-D",
                root.toString(),
                "--register=no",
                "--keep-unit",
                "--network-namespace-path=/run/netns/" + network,
                "-b",
                "--console=pipe"));
        Machine booted = null;
        try {
            String state = "";
            long deadline = System.nanoTime() + BOOT.toNanos();
            while (container.running() && System.nanoTime() < deadline) {
                Machine machine = new Machine(root, container, container.firstChild());
                String now = machine.leader > 0
                        ? machine.run("systemctl is-system-running").output()
                        : "";
                if (now.matches("running|degraded")) {
                    booted = machine;
                    return machine;
                }
                state = now.matches("initializing|starting|maintenance|stopping") ? now : state;
                Thread.sleep(LOOK_MILLIS);
            }
            if (state.isEmpty()) {
                throw new CannotBootHere(container.output());
            }
            throw new IllegalStateException(
                    "The machine began to boot and got no further than " + state + ":\n" + container.output());
        } finally {
            if (booted == null) {
                container.close();
            }
        }
    }

    /** Runs a line of shell in it, as root. */
    Outcome run(String script) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Peer peer = start(script)) {
            int exit = peer.exit(COMMAND);
            return new Outcome(exit, peer.output(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** The output of a line of shell that must succeed. */
    String tell(String script) throws IOException, InterruptedException {
        Outcome outcome = run(script);
        if (outcome.exit() != 0) {
            throw new AssertionError(script + " ended with " + outcome.exit() + ":\n" + outcome.output());
        }
        return outcome.output();
    }

    /** Starts a line of shell in it. */
    Peer start(String script) throws IOException {
        return Peer.start(List.of(
                "nsenter",
                "-t",
                Long.toString(leader),
                "-a",
                "--",
                "env",
                "-i",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                "LANG=C.UTF-8",
                "HOME=/root",
                "sh",
                "-c",
                script));
    }

    /** Whether a line of shell succeeds within the time. */
    boolean await(String script, Duration within) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (run(script).exit() != 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** A file of it, seen from outside. */
    Path file(String path) {
        return root.resolve(path.substring(1));
    }

    void write(String path, String text) throws IOException {
        Files.writeString(file(path), text);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        container.close();
        remove(root);
    }

    private static void remove(Path root) throws IOException, InterruptedException {
        Peer.run(COMMAND, List.of("rm", "-rf", "--one-file-system", root.toString()));
    }
}
