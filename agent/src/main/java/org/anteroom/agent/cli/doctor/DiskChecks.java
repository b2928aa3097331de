package org.anteroom.agent.cli.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Judges disks. Pure. */
public final class DiskChecks {
    private static final long MEGABYTE = 1 << 20;
    private static final long FULL = 64 * MEGABYTE;
    private static final long LOW = 1_024 * MEGABYTE;
    private static final List<String> REMOTE = List.of("nfs", "cifs", "smb", "fuse", "9p", "afs", "ceph", "glusterfs");
    private static final List<String> VOLATILE = List.of("tmpfs", "ramfs");
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final Duration STUCK = Duration.ofSeconds(2);

    /** The file system that holds a path.
     *
     *  @param size bytes
     *  @param free bytes that this user may use
     *  @param inodes 0 where the file system has no fixed number
     *  @param type as stat(1) names it
     */
    public record Room(Path path, long size, long free, long inodes, long freeInodes, String type) {}

    private DiskChecks() {}

    /** The worst of them. */
    public static Finding room(List<Room> rooms) {
        String why =
                "Messages of callers and the journal of emergencies could not be stored; Anteroom would then serve emergencies"
                        + " only.";
        for (Room room : rooms) {
            if (room.free() < FULL) {
                return Finding.fault(
                        "The disk that holds " + room.path() + " is full: " + megabytes(room.free()) + " are left.",
                        why,
                        "Free some space; see what uses it with: du -xh --max-depth=2 " + room.path() + " | sort -h");
            }
            if (room.inodes() > 0 && room.freeInodes() * 100 < room.inodes()) {
                return Finding.fault(
                        "The disk that holds " + room.path() + " has only " + room.freeInodes() + " inodes left.",
                        why,
                        "Delete small files; see where they are with: du -x --inodes --max-depth=3 / | sort -n | tail");
            }
        }
        for (Room room : rooms) {
            if ((room.free() < LOW && room.free() * 10 < room.size()) || room.free() < LOW / 4) {
                return Finding.warning(
                        "The disk that holds " + room.path() + " has " + megabytes(room.free()) + " left.",
                        why,
                        "Free some space; see what uses it with: du -xh --max-depth=2 / | sort -h | tail");
            }
        }
        return rooms.isEmpty()
                ? Finding.skipped("No folder could be looked at.", "Run it as root: sudo anteroom doctor")
                : Finding.ok("There is space: " + megabytes(rooms.get(0).free()) + " where the records are.");
    }

    public static Finding local(Room data) {
        String type = data.type().toLowerCase(Locale.ROOT);
        if (REMOTE.stream().anyMatch(type::startsWith)) {
            return Finding.fault(
                    "The records in " + data.path() + " lie on a network disk (" + data.type() + ").",
                    "The database needs locks that such disks don't keep, so records can be damaged; and without the network"
                            + " no message is stored.",
                    "Move the folder to a disk of this machine and set records.folder");
        }
        if (VOLATILE.stream().anyMatch(type::equals)) {
            return Finding.fault(
                    "The records in " + data.path() + " lie in memory (" + data.type() + ").",
                    "They are gone after the next restart of the machine.",
                    "Move the folder to a disk of this machine and set records.folder");
        }
        return Finding.ok("The records lie on a local disk (" + data.type() + ").");
    }

    /** @param took one small write and its fsync */
    public static Finding latency(Duration took) {
        String why = "A message is confirmed to its caller when it is on the disk; a slow disk is silence on the line.";
        String mend = "Look for failing hardware: dmesg | grep -i error; and for what else writes: iotop";
        if (took.compareTo(STUCK) > 0) {
            return Finding.fault("The disk took " + took.toMillis() + " ms for a small write.", why, mend);
        }
        if (took.compareTo(SLOW) > 0) {
            return Finding.warning("The disk took " + took.toMillis() + " ms for a small write.", why, mend);
        }
        return Finding.ok("The disk takes a small write in " + took.toMillis() + " ms.");
    }

    static String megabytes(long bytes) {
        return bytes < 10 * 1_024 * MEGABYTE ? bytes / MEGABYTE + " MB" : bytes / (1_024 * MEGABYTE) + " GB";
    }
}
