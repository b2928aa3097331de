package org.anteroom.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anteroom.media.Wav;

/** The practice around the machine: a network of two namespaces with a cable between them, and in the outer one a real
 *  Kamailio as the PBX and baresip as a patient's telephone.
 */
final class Practice implements AutoCloseable {

    static final String PBX = "198.51.100.1";
    static final String EXTENSION = "600";
    static final String PASSWORD = "correct-horse";
    private static final String MACHINE = "198.51.100.2";
    private static final Duration COMMAND = Duration.ofSeconds(20);
    private static final int SAMPLES_PER_SECOND = 8_000;
    private static final int WINDOW = 800;
    private static final double AUDIBLE = 450;

    private final Path folder;
    private final String outside;
    private final String inside;
    private final Peer kamailio;

    private Practice(Path folder, String outside, String inside, Peer kamailio) {
        this.folder = folder;
        this.outside = outside;
        this.inside = inside;
        this.kamailio = kamailio;
    }

    /** Makes the network and starts the PBX.
     *
     *  @param configuration of Kamailio, with the places to fill in that the agent's interop tests have too
     */
    static Practice open(Path folder, Path configuration) throws IOException, InterruptedException {
        String id = Long.toString(ProcessHandle.current().pid());
        String outside = "anteroom-out-" + id;
        String inside = "anteroom-in-" + id;
        for (String line : List.of(
                "ip netns add " + outside,
                "ip netns add " + inside,
                "ip link add o" + id + " netns " + outside + " type veth peer name host0 netns " + inside,
                "ip -n " + outside + " address add " + PBX + "/24 dev o" + id,
                "ip -n " + inside + " address add " + MACHINE + "/24 dev host0",
                "ip -n " + outside + " link set o" + id + " up",
                "ip -n " + inside + " link set host0 up",
                "ip -n " + outside + " link set lo up",
                "ip -n " + inside + " link set lo up")) {
            Peer.run(COMMAND, List.of(line.split(" ")));
        }
        Path file = folder.resolve("kamailio.cfg");
        Files.writeString(
                file,
                Files.readString(configuration)
                        .replace("ADDRESS", PBX)
                        .replace("PORT", "5060")
                        .replace("PASSWORD", PASSWORD)
                        .replace("FALLBACK_ROUTE", "TO_A_PERSON")
                        .replace("FALLBACK", "699")
                        .replace("AGENT", EXTENSION));
        Peer kamailio = Peer.start(List.of(
                "ip",
                "netns",
                "exec",
                outside,
                "kamailio",
                "-DD",
                "-E",
                "-m",
                "64",
                "-M",
                "8",
                "-Y",
                folder.toString(),
                "-f",
                file.toString()));
        return new Practice(folder, outside, inside, kamailio);
    }

    /** The namespace for the machine. */
    String network() {
        return inside;
    }

    /** How often our extension has registered so far. */
    long registrations() {
        return kamailio.count(registers());
    }

    /** Whether it has registered more often than that, or does within the time. */
    boolean awaitRegistration(long before, Duration within) throws InterruptedException {
        return kamailio.awaitLines(registers(), before + 1, within);
    }

    private static Predicate<String> registers() {
        return line -> line.contains("REGISTERED " + EXTENSION + " ")
                && !line.contains("expires=0")
                && !line.contains("expires: 0");
    }

    String pbxLog() {
        return kamailio.output();
    }

    /** Calls our extension, listens, hangs up: for how many seconds something was to be heard. */
    double call(int seconds) throws IOException, InterruptedException {
        Path phone = Files.createDirectories(folder.resolve("phone"));
        // its path is short, because baresip cuts what is longer
        Path recordings = Files.createTempDirectory("heard");
        // it hangs up when this ends
        Wav.write(phone.resolve("silence.wav"), new short[2 * seconds * SAMPLES_PER_SECOND]);
        Files.writeString(
                phone.resolve("config"),
                """
                poll_method epoll
                sip_listen %s:5070
                audio_source aufile,%s
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                net_interface %s
                module_path /usr/lib/baresip/modules
                module g711.so
                module aufile.so
                module sndfile.so
                module_app account.so
                module_app menu.so
                snd_path %s
                """
                        .formatted(PBX, phone.resolve("silence.wav"), PBX, recordings));
        Files.writeString(
                phone.resolve("accounts"),
                "<sip:201@%s>;auth_user=201;auth_pass=%s;regint=60;audio_codecs=PCMU\n".formatted(PBX, PASSWORD));
        Files.writeString(phone.resolve("contacts"), "");
        String output = Peer.run(
                Duration.ofSeconds(seconds + 20L),
                List.of(
                        "ip",
                        "netns",
                        "exec",
                        outside,
                        "baresip",
                        "-f",
                        phone.toString(),
                        "-e",
                        "/dial sip:" + EXTENSION + "@" + PBX,
                        "-t",
                        Integer.toString(seconds)));
        try (Stream<Path> files = Files.list(recordings)) {
            return audible(Wav.read(files.filter(file -> file.toString().endsWith("-dec.wav"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The telephone heard nothing:\n" + output))));
        } finally {
            Peer.run(COMMAND, List.of("rm", "-r", recordings.toString()));
        }
    }

    private static double audible(short[] pcm) {
        int windows = 0;
        for (int at = 0; at + WINDOW <= pcm.length; at += WINDOW) {
            double energy = 0;
            for (int i = at; i < at + WINDOW; i++) {
                energy += (double) pcm[i] * pcm[i];
            }
            if (Math.sqrt(energy / WINDOW) > AUDIBLE) {
                windows++;
            }
        }
        return (double) windows * WINDOW / SAMPLES_PER_SECOND;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kamailio.close();
        Peer.run(COMMAND, List.of("ip", "netns", "delete", outside));
        Peer.run(COMMAND, List.of("ip", "netns", "delete", inside));
    }
}
