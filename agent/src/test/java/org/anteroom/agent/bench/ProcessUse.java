package org.anteroom.agent.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anteroom.agent.interop.ChildProcess;

/** What the kernel says a process used. */
final class ProcessUse {

    private static final List<String> OURS = List.of("vosk", "fvad", "jn", "speex", "sqlite", "onnx", "opus");

    private static final Pattern HEAP_USED = Pattern.compile("heap +total \\d+K, used (\\d+)K");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final long pid;

    ProcessUse(long pid) {
        this.pid = pid;
    }

    /** Processor time of all its threads so far, in seconds. */
    double cpuSeconds() {
        return ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().totalCpuDuration())
                        .map(Duration::toNanos)
                        .orElseThrow(() -> new IllegalStateException("Process " + pid + " has ended."))
                / 1e9;
    }

    /** Resident memory in MB. */
    double residentMb() throws IOException {
        return status("VmRSS:") / 1024.0;
    }

    /** Heap of its virtual machine in use, whether still needed or not, in MB. A virtual machine that can't be asked (the
     *  agent refuses by itself, the bench starts it with {@code -XX:-DisableAttachMechanism}) gives NaN.
     */
    double heapMb() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try (ChildProcess asked =
                ChildProcess.start(new File("."), List.of(jcmd, Long.toString(pid), "GC.heap_info"))) {
            asked.awaitExit(LONGEST);
            Matcher used = HEAP_USED.matcher(asked.output());
            return used.find() ? Double.parseDouble(used.group(1)) / 1024 : Double.NaN;
        }
    }

    long threads() throws IOException {
        return status("Threads:");
    }

    /** The native libraries of ours that it has loaded, by file name. */
    List<String> natives() throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(pid), "maps"))) {
            return maps.filter(line -> line.contains(".so") && line.contains("/"))
                    .map(line -> line.substring(line.lastIndexOf('/') + 1))
                    .filter(name -> OURS.stream().anyMatch(name::contains))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
