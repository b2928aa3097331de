package org.anteroom.agent.cli.doctor;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the machine: Linux, x86-64. Nothing here changes anything. */
public final class Machine {
    private static final Duration ASKED = Duration.ofSeconds(2);

    /** adjtimex(2): what it returns, and where struct timex has its status, on 64-bit Linux. */
    private static final int TIME_ERROR = 5;

    private static final int TIMEX_BYTES = 208;
    private static final int MAX_ERROR_AT = 24;
    private static final int STATUS_AT = 40;
    private static final int STA_UNSYNC = 0x40;
    private static final int GRND_NONBLOCK = 1;

    private Machine() {}

    /** Whether the kernel's clock is held by a time server, and how wrong it may be. */
    public static Optional<ClockChecks.Held> clock() {
        try (Memory timex = new Memory(TIMEX_BYTES)) {
            timex.clear();
            int state = Function.getFunction("c", "adjtimex").invokeInt(new Object[] {timex});
            if (state < 0) {
                return Optional.empty();
            }
            boolean held = state != TIME_ERROR && (timex.getInt(STATUS_AT) & STA_UNSYNC) == 0;
            return Optional.of(new ClockChecks.Held(held, Duration.ofNanos(timex.getLong(MAX_ERROR_AT) * 1_000)));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether random numbers come at once; empty where it can't be asked. */
    public static Optional<Boolean> randomAtOnce() {
        try (Memory room = new Memory(16)) {
            Object read = Function.getFunction("c", "getrandom")
                    .invoke(NativeLong.class, new Object[] {room, new NativeLong(16), GRND_NONBLOCK});
            return Optional.of(((NativeLong) read).longValue() == 16);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether standard output is a terminal. */
    public static boolean terminal() {
        try {
            return Function.getFunction("c", "isatty").invokeInt(new Object[] {1}) == 1;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** A figure of /proc/meminfo, in bytes. */
    public static OptionalLong memory(String name) {
        return number(Path.of("/proc/meminfo"), Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB"), 1_024);
    }

    /** Files that may be open: of a process, or our own. */
    public static OptionalLong openFiles(String pid) {
        return number(Path.of("/proc/" + pid + "/limits"), Pattern.compile("(?m)^Max open files\\s+(\\d+)"), 1);
    }

    /** Space and inodes of the file system that holds a path, or the nearest folder above it that is there. */
    public static Optional<DiskChecks.Room> room(Path path) throws InterruptedException {
        Optional<Path> there = existing(path);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Path at = there.get();
        long size = at.toFile().getTotalSpace();
        long free = at.toFile().getUsableSpace();
        Optional<String[]> stat = Tool.output(ASKED, "stat", "-f", "-c", "%c %d %T", at.toString())
                .map(line -> line.strip().split(" ", 3))
                .filter(parts -> parts.length == 3);
        long inodes = stat.map(parts -> Long.parseLong(parts[0])).orElse(0L);
        long freeInodes = stat.map(parts -> Long.parseLong(parts[1])).orElse(0L);
        return Optional.of(new DiskChecks.Room(
                path,
                size,
                free,
                inodes,
                freeInodes,
                stat.map(parts -> parts[2]).orElse("unknown")));
    }

    private static Optional<Path> existing(Path path) {
        for (Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static OptionalLong number(Path file, Pattern pattern, long unit) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) * unit) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
