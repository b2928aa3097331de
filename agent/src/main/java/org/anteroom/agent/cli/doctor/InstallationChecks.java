package org.anteroom.agent.cli.doctor;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges how Anteroom is installed. Pure. */
public final class InstallationChecks {

    private InstallationChecks() {}

    /** @param running empty where no service runs, or may be asked */
    public static Finding version(String installed, Optional<String> running) {
        if (running.isEmpty()) {
            return Finding.skipped("Version " + installed + " is installed; no service runs that could be asked.", "");
        }
        return running.get().equals(installed)
                ? Finding.ok("The running service is the installed version, " + installed + ".")
                : Finding.warning(
                        "Version " + running.get() + " runs, but " + installed + " is installed.",
                        "What the newer one mends is not in force, and its parts on the disk no longer fit the running one.",
                        "When nobody is calling: systemctl restart anteroom");
    }

    /** @param properties of systemctl show; empty where there is no systemd, or no such unit */
    public static Finding unit(Map<String, String> properties) {
        if (properties.isEmpty() || "not-found".equals(properties.get("LoadState"))) {
            return Finding.skipped(
                    "There is no systemd unit anteroom here.",
                    "Install the package, or start anteroom serve by other means");
        }
        if ("masked".equals(properties.get("LoadState"))) {
            return Finding.fault(
                    "The unit anteroom is masked.", "It can't be started at all.", "systemctl unmask anteroom");
        }
        if (!"enabled".equals(properties.get("UnitFileState"))) {
            return Finding.warning(
                    "The unit anteroom is " + properties.getOrDefault("UnitFileState", "not enabled") + ".",
                    "After a restart of the machine nobody answers.",
                    "systemctl enable anteroom");
        }
        if ("failed".equals(properties.get("ActiveState"))) {
            return Finding.fault(
                    "The unit anteroom has failed (" + properties.getOrDefault("Result", "unknown") + ").",
                    "Nobody answers; the PBX's fall-back takes the calls.",
                    "journalctl -u anteroom -n 50; mend it, then: systemctl restart anteroom");
        }
        if ("yes".equals(properties.get("NeedDaemonReload"))) {
            return Finding.warning(
                    "systemd has not read the newest unit of anteroom.",
                    "The service runs with the old limits and rights.",
                    "systemctl daemon-reload; systemctl restart anteroom");
        }
        String watchdog = properties.getOrDefault("WatchdogUSec", "0");
        if (watchdog.equals("0") || watchdog.equals("infinity")) {
            return Finding.warning(
                    "systemd doesn't watch whether anteroom is alive (WatchdogSec= is off).",
                    "A service that hangs is not started again.",
                    "Use the unit of the package: systemctl revert anteroom; systemctl restart anteroom");
        }
        return Finding.ok("The unit anteroom is enabled, " + properties.getOrDefault("ActiveState", "") + ", watchdog "
                + watchdog + ".");
    }

    /** @param trouble as the records' room says it, with the mend; empty when the key may be used */
    public static Finding key(Optional<String> trouble, boolean readable, Path file) {
        if (trouble.isPresent() && !readable && trouble.get().contains("belongs to")) {
            return Finding.skipped(
                    "The key " + file + " is the service's; this user may not read it, as it should be.",
                    "Run it as root: sudo anteroom doctor --only key");
        }
        if (trouble.isPresent() && trouble.get().contains("can't be looked at")) {
            return Finding.skipped(
                    "The key " + file + " can't be looked at by this user.", "sudo anteroom doctor --only key");
        }
        return trouble.map(sentence -> Finding.fault(
                        sentence,
                        "Without the key nothing stored can be read, and after a restart only emergencies are served; whoever"
                                + " has it can read everything.",
                        mend(sentence, file)))
                .orElse(Finding.ok("The key is in its place, for the service only. Is its copy still in the safe?"));
    }

    private static String mend(String sentence, Path file) {
        if (sentence.contains("chmod")) {
            return "chmod 0400 " + file;
        }
        return sentence.contains("inside the data folder")
                ? "Move the file to /etc/anteroom and set records.key-file"
                : "Put back the copy you keep in a safe place; on a first installation: anteroom config init";
    }

    /** A file with something secret in it.
     *
     *  @param mode empty where it can't be looked at
     *  @param readable by whoever runs this
     *  @param secret whether a password is or may be in it
     */
    public record Mode(Path file, Optional<Set<PosixFilePermission>> mode, boolean readable, boolean secret) {}

    /** The worst of them. */
    public static Finding modes(List<Mode> files) {
        for (Mode each : files) {
            if (each.mode()
                    .map(mode -> mode.contains(PosixFilePermission.OTHERS_WRITE))
                    .orElse(false)) {
                return Finding.fault(
                        "Everybody on this machine may write " + each.file() + ".",
                        "Whoever changes it decides whom an emergency rings.",
                        "chmod o-rwx " + each.file());
            }
        }
        for (Mode each : files) {
            if (each.secret()
                    && each.mode()
                            .map(mode -> mode.contains(PosixFilePermission.OTHERS_READ))
                            .orElse(false)) {
                return Finding.fault(
                        "Everybody on this machine may read " + each.file() + ".",
                        "With the extension's password anybody in the building can take the practice's calls.",
                        "chmod o-rwx " + each.file());
            }
        }
        boolean unseen = files.stream().anyMatch(each -> each.mode().isEmpty());
        return unseen
                ? Finding.skipped(
                        "Some files can't be looked at by this user.", "sudo anteroom doctor --only file-modes")
                : Finding.ok("Configuration and password files are not for everybody.");
    }

    public static Finding leftovers(Path marker, Sight sight) {
        return switch (sight) {
            case THERE -> Finding.warning(
                    marker + " is there.",
                    "If the package is purged, every message, recording and the key are deleted for good.",
                    "rm " + marker);
            case ABSENT -> Finding.ok("Nothing would delete the records on purge.");
            case HIDDEN -> Finding.skipped(
                    "This user may not look into the folder of " + marker + ".", "sudo anteroom doctor");
        };
    }
}
