package org.anteroom.agent.watch;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the process takes of the machine: processor, memory, threads, files. Linux; what can't be told is zero. */
public final class ProcessFigures {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ProcessFigures() {}

    /** Says where they are read. */
    public static void publish(Counters counters) {
        counters.gauge(Metric.PROCESS_THREADS, () -> ManagementFactory.getThreadMXBean()
                .getThreadCount());
        counters.gauge(
                Metric.PROCESS_HEAP_BYTES,
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        counters.gauge(Metric.PROCESS_RESIDENT_MEMORY_BYTES, ProcessFigures::resident);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean machine) {
            counters.measuredTally(Metric.PROCESS_CPU_SECONDS, () -> Math.max(0, machine.getProcessCpuTime()) / 1e9);
            counters.gauge(Metric.PROCESS_OPEN_FDS, machine::getOpenFileDescriptorCount);
            counters.gauge(Metric.PROCESS_MAX_FDS, machine::getMaxFileDescriptorCount);
        }
    }

    private static long resident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
