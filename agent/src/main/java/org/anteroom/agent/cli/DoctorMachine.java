package org.anteroom.agent.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.anteroom.agent.cli.doctor.ClockChecks;
import org.anteroom.agent.cli.doctor.DiskChecks;
import org.anteroom.agent.cli.doctor.Finding;
import org.anteroom.agent.cli.doctor.InstallationChecks;
import org.anteroom.agent.cli.doctor.Machine;
import org.anteroom.agent.cli.doctor.MachineChecks;
import org.anteroom.agent.cli.doctor.Sight;
import org.anteroom.agent.cli.doctor.Tool;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.PlanFile;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.RecordsConfig;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.speech.EarSettings;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Listening;
import org.anteroom.speech.SpeechCounters;

/** Looks at the machine and the installation for {@code anteroom doctor}. */
record DoctorMachine(DoctorScene scene) {
    private static final Duration ASKED = Duration.ofSeconds(3);
    private static final Path LOGS = Path.of("/var/log");
    private static final int FRAME = 160;
    private static final String SPOKEN = "emergency-chest";
    private static final String UNIT_PROPERTIES =
            "LoadState,ActiveState,UnitFileState,Result,NeedDaemonReload,WatchdogUSec,MemoryMax,LimitNOFILE,MainPID";

    Finding clock() throws IOException {
        return ClockChecks.clock(scene.now(), DoctorScene.built(), Machine.clock());
    }

    Finding zone() throws DoctorScene.Untold {
        ZoneId zone = scene.configured().practice().timezone();
        Optional<String> release = Optional.empty();
        try {
            release = Optional.of(
                    ZoneRulesProvider.getVersions(zone.getId()).lastEntry().getKey());
        } catch (ZoneRulesException offset) {
            // A plain offset has no rules; the check says what is wrong with it.
            release = Optional.empty();
        }
        return ClockChecks.zone(zone, release, scene.now());
    }

    Finding disk() throws InterruptedException, DoctorScene.Untold {
        List<DiskChecks.Room> rooms = new ArrayList<>();
        for (Path path :
                List.of(scene.configured().records().folder(), scene.file().toAbsolutePath(), LOGS)) {
            Machine.room(path).ifPresent(rooms::add);
        }
        return DiskChecks.room(rooms);
    }

    Finding localDisk() throws InterruptedException, DoctorScene.Untold {
        return Machine.room(scene.configured().records().folder())
                .map(DiskChecks::local)
                .orElse(Finding.skipped("The folder of the records can't be looked at.", "sudo anteroom doctor"));
    }

    /** A file of its own beside the records, written, forced and deleted. */
    Finding latency() throws IOException, DoctorScene.Untold {
        Path folder = scene.configured().records().folder();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Finding.skipped(
                    "This user may not write to " + folder + ".", "sudo anteroom doctor --only disk-latency");
        }
        Path file = Files.createTempFile(folder, "doctor-", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long begun = System.nanoTime();
            channel.write(ByteBuffer.allocate(4_096));
            channel.force(true);
            return DiskChecks.latency(Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    Finding natives() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("the recogniser", loading(() -> Class.forName("org.vosk.LibVosk")));
        needed.put("the sentence model", loading(() -> Class.forName("ai.onnxruntime.OrtEnvironment")));
        return MachineChecks.natives(new MachineChecks.Natives(needed, roomEcho()));
    }

    private interface Load {
        void load() throws Exception;
    }

    private static String loading(Load load) {
        try {
            load.load();
            return "";
        } catch (Exception | LinkageError e) {
            String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Text.plain(line.isBlank() ? e.getClass().getSimpleName() : line, 120);
        }
    }

    private static boolean roomEcho() {
        try (MediaEngine engine = new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), 17_440, 17_443, 20, 200, true),
                new MediaCounters())) {
            return engine.echoCanceller().contains("speexdsp");
        } catch (IOException e) {
            return false;
        }
    }

    Finding memory() throws InterruptedException, DoctorScene.Untold {
        String max = unitProperties().getOrDefault("MemoryMax", "infinity");
        OptionalLong limit = max.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(max)) : OptionalLong.empty();
        return MachineChecks.memory(
                new MachineChecks.Memory(
                        Machine.memory("MemAvailable"), Machine.memory("SwapTotal"), limit, scene.running()),
                scene.configured().calls().simultaneous());
    }

    /** A sentence of a few seconds through a recogniser of its own, as fast as it goes; not while somebody calls. */
    Finding capacity() throws IOException, DoctorScene.Untold {
        Config config = scene.configured();
        if (scene.status().filter(status -> !status.calls().isEmpty()).isPresent()) {
            return Finding.skipped("Somebody is calling, so the processor is left to the call.", "Try again later");
        }
        Path model = config.speech().model().orElseGet(Home::model);
        short[] pcm = CallerAudio.clip(SPOKEN).pcm();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (Ears ears = new Ears(EarSettings.of(model, 1, 1), new SpeechCounters());
                Listening listening = ears.listening()) {
            long begun = threads.getCurrentThreadCpuTime();
            short[] frame = new short[FRAME];
            for (int at = 0; at + FRAME <= pcm.length; at += FRAME) {
                System.arraycopy(pcm, at, frame, 0, FRAME);
                listening.feed(frame, FRAME);
            }
            listening.endOfAudio();
            double spoken = pcm.length / 8_000.0;
            double factor = (threads.getCurrentThreadCpuTime() - begun) / 1e9 / spoken;
            return MachineChecks.capacity(
                    factor,
                    Runtime.getRuntime().availableProcessors(),
                    config.calls().simultaneous());
        }
    }

    Finding fileLimit() throws InterruptedException, DoctorScene.Untold {
        Map<String, String> unit = unitProperties();
        String pid = unit.getOrDefault("MainPID", "0");
        OptionalLong limit = pid.equals("0") ? OptionalLong.empty() : Machine.openFiles(pid);
        String byUnit = unit.getOrDefault("LimitNOFILE", "");
        if (limit.isEmpty() && byUnit.matches("\\d{1,18}")) {
            limit = OptionalLong.of(Long.parseLong(byUnit));
        }
        return MachineChecks.fileLimit(
                limit.isPresent() ? limit : Machine.openFiles("self"),
                scene.configured().calls().simultaneous());
    }

    Finding version() {
        return InstallationChecks.version(
                Anteroom.Version.number(), scene.status().map(ServiceStatus::version));
    }

    Finding unit() throws InterruptedException {
        return InstallationChecks.unit(unitProperties());
    }

    private static Map<String, String> unitProperties() throws InterruptedException {
        return Tool.output(ASKED, "systemctl", "show", "anteroom.service", "--property=" + UNIT_PROPERTIES)
                .map(Tool::properties)
                .orElse(Map.of());
    }

    Finding key() throws DoctorScene.Untold {
        Path key = scene.configured().records().keyFile();
        if (Sight.of(key) == Sight.HIDDEN) {
            return Finding.skipped("This user may not look into the folder of " + key + ".", "sudo anteroom doctor");
        }
        RecordsConfig records = scene.configured().records();
        Optional<String> trouble = Vault.begun(records.folder())
                ? Vault.trouble(key, records.folder())
                : Vault.check(records).stream().findFirst().map(Problem::sentence);
        return InstallationChecks.key(trouble, Files.isReadable(key), key);
    }

    Finding modes() throws DoctorScene.Untold {
        Config config = scene.configured();
        List<InstallationChecks.Mode> files = new ArrayList<>();
        files.add(mode(scene.file(), config.sip().password().isPresent()));
        Path plan = PlanFile.beside(scene.file());
        if (Files.exists(plan)) {
            files.add(mode(plan, true));
        }
        Optional.of(config.sip()).flatMap(sip -> sip.passwordFile()).ifPresent(file -> files.add(mode(file, true)));
        config.text().passwordFile().ifPresent(file -> files.add(mode(file, true)));
        config.drill().passwordFile().ifPresent(file -> files.add(mode(file, true)));
        config.drill().autoPasswordFile().ifPresent(file -> files.add(mode(file, true)));
        return InstallationChecks.modes(files);
    }

    private static InstallationChecks.Mode mode(Path file, boolean secret) {
        Optional<Set<PosixFilePermission>> mode = Optional.empty();
        try {
            mode = Optional.of(Files.getPosixFilePermissions(file));
        } catch (IOException hidden) {
            // Told as not looked at.
            mode = Optional.empty();
        }
        return new InstallationChecks.Mode(file, mode, Files.isReadable(file), secret);
    }

    Finding leftovers() {
        Path marker = scene.file().toAbsolutePath().resolveSibling("purge-data");
        return InstallationChecks.leftovers(marker, Sight.of(marker));
    }
}
