package org.anteroom.agent.cli.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Judges Java, natives, memory and speed. Pure. */
public final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1 << 20;
    /** Java, model, voice and warmed recognisers of one call; then each call more, measured. */
    private static final long WITHOUT_CALLS = 700 * MEGABYTE;

    private static final long EACH_CALL = 110 * MEGABYTE;
    private static final long RUNNING_NEEDS = 150 * MEGABYTE;
    private static final int FEWEST_FILES = 1_024;
    private static final int FILES_EACH_CALL = 32;
    /** Of a call's time callers speak about so much; some of the machine is left for everything else. */
    private static final double SPEECH = 0.4;

    private static final double USABLE = 0.8;

    private MachineChecks() {}

    /** @param feature as {@code Runtime.version().feature()} */
    public record Java(int feature, String version, String vendor, String arch, String bits) {
        public static Java running() {
            return new Java(
                    Runtime.version().feature(),
                    System.getProperty("java.version", ""),
                    System.getProperty("java.vendor", ""),
                    System.getProperty("os.arch", ""),
                    System.getProperty("sun.arch.data.model", "64"));
        }
    }

    public static Finding java(Java java) {
        if (java.feature() < OLDEST_JAVA) {
            return Finding.fault(
                    "Java " + java.version() + " is too old.",
                    "Anteroom is built for " + OLDEST_JAVA + " and newer and does not start with it.",
                    "apt install openjdk-17-jre-headless; then: update-alternatives --config java");
        }
        if (!java.arch().equals("amd64") || !java.bits().equals("64")) {
            return Finding.fault(
                    "This Java is for " + java.arch() + ", " + java.bits() + "-bit.",
                    "The recogniser's native part is there for 64-bit x86 only, so nothing a caller says would be heard.",
                    "Use a 64-bit x86 machine and its Java");
        }
        return Finding.ok("Java " + java.version() + " of " + java.vendor() + ", 64-bit x86.");
    }

    /** What became of loading the native parts.
     *
     *  @param needed by name, why each can't be loaded; empty where it can
     *  @param roomEcho whether libspeexdsp was found
     */
    public record Natives(Map<String, String> needed, boolean roomEcho) {}

    public static Finding natives(Natives natives) {
        Map<String, String> broken = natives.needed().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!broken.isEmpty()) {
            return Finding.fault(
                    "Native parts can't be loaded: "
                            + broken.entrySet().stream()
                                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Without the recogniser no caller is heard; without the sentence model emergencies are recognised by their"
                            + " phrases only.",
                    "apt install libstdc++6 libgomp1, see that /tmp isn't mounted noexec, and install Anteroom again");
        }
        if (!natives.roomEcho()) {
            return Finding.warning(
                    "libspeexdsp is not installed.",
                    "The echo of a loudspeaker in the caller's room is not cancelled, so our own voice may be taken for the"
                            + " caller's.",
                    "apt install libspeexdsp1; then restart the service");
        }
        return Finding.ok("Recogniser, sentence model and echo canceller load.");
    }

    public static Finding entropy(Optional<Boolean> atOnce) {
        return atOnce.map(yes -> yes
                        ? Finding.ok("Random numbers come without waiting.")
                        : Finding.fault(
                                "The kernel has no random numbers yet.",
                                "Keys and SIP tags need them: the service would wait at its start.",
                                "apt install rng-tools5, or give the virtual machine a virtio-rng device"))
                .orElse(Finding.skipped("The kernel can't be asked for random numbers.", ""));
    }

    /** In bytes.
     *
     *  @param limit of the service by its unit or control group
     *  @param running whether the service has its memory already
     */
    public record Memory(OptionalLong available, OptionalLong swapTotal, OptionalLong limit, boolean running) {}

    public static Finding memory(Memory memory, int calls) {
        long needed = WITHOUT_CALLS + calls * EACH_CALL;
        String why = "When memory ends the kernel stops the service, and every call with it.";
        if (memory.limit().isPresent() && memory.limit().getAsLong() < needed) {
            return Finding.fault(
                    "The service may use " + DiskChecks.megabytes(memory.limit().getAsLong()) + "; " + calls
                            + " calls need about " + DiskChecks.megabytes(needed) + ".",
                    why,
                    "Raise MemoryMax= (systemctl edit anteroom), or lower calls.simultaneous");
        }
        if (memory.available().isEmpty()) {
            return Finding.skipped("The kernel doesn't say how much memory is free.", "");
        }
        long free = memory.available().getAsLong();
        long wanted = memory.running() ? RUNNING_NEEDS : needed;
        if (free < wanted) {
            return Finding.fault(
                    "Free memory is " + DiskChecks.megabytes(free) + "; " + calls + " calls need "
                            + (memory.running()
                                    ? DiskChecks.megabytes(wanted) + " more"
                                    : "about " + DiskChecks.megabytes(wanted))
                            + ".",
                    why,
                    "Stop other programs (ps aux --sort=-rss | head), give the machine more memory, or lower"
                            + " calls.simultaneous");
        }
        String swap = memory.swapTotal().orElse(0) > 0 ? "; it may swap, which would be heard as gaps" : "";
        return Finding.ok(
                "Free memory is " + DiskChecks.megabytes(free) + ", enough for " + calls + " calls" + swap + ".");
    }

    /** @param factor seconds of one core for a second of speech */
    public static Finding capacity(double factor, int cores, int calls) {
        int served = served(factor, cores);
        String measured = String.format(
                Locale.ROOT,
                "A second of speech takes %.2f s of a core; %d cores carry about %d calls",
                factor,
                cores,
                served);
        if (factor > 1) {
            return Finding.fault(
                    measured + ".",
                    "Words come later than they are said, and an emergency with them.",
                    "Use a faster machine, or stop what else runs on it: top");
        }
        if (served < calls) {
            return Finding.warning(
                    measured + ", and calls.simultaneous is " + calls + ".",
                    "With more calls than that words come late, and an emergency with them.",
                    "Set calls.simultaneous = " + Math.max(1, served) + ", or use a faster machine");
        }
        return Finding.ok(measured + ".");
    }

    static int served(double factor, int cores) {
        return (int) Math.floor(1e-9 + cores * USABLE / (Math.max(factor, 0.01) * SPEECH));
    }

    public static Finding fileLimit(OptionalLong limit, int calls) {
        if (limit.isEmpty()) {
            return Finding.skipped("The limit of open files can't be read.", "Run it as root: sudo anteroom doctor");
        }
        long needed = FEWEST_FILES + (long) calls * FILES_EACH_CALL;
        return limit.getAsLong() < needed
                ? Finding.warning(
                        "The service may have " + limit.getAsLong() + " files open; " + calls + " calls want " + needed
                                + ".",
                        "Each leg of a call takes sockets; when they end, calls are refused.",
                        "Raise LimitNOFILE= (systemctl edit anteroom), then: systemctl restart anteroom")
                : Finding.ok("The service may have " + limit.getAsLong() + " files open.");
    }
}
