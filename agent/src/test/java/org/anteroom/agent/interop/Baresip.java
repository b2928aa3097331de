package org.anteroom.agent.interop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A real baresip telephone: registers at a PBX, calls, answers, plays a recording, presses keys, and keeps what it hears
 *  and says as WAV files. It is told what to do over its control port (netstrings of JSON).
 */
public final class Baresip implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final int RTP_PORTS = 20;

    /** How it takes calls. */
    public enum Answer {
        AT_ONCE("auto"),
        BY_HAND("manual");

        private final String mode;

        Answer(String mode) {
            this.mode = mode;
        }
    }

    private final Path recordings;
    private final ChildProcess process;
    private final Socket control;
    private final String pbx;

    private Baresip(Path recordings, ChildProcess process, Socket control, String pbx) {
        this.recordings = recordings;
        this.process = process;
        this.control = control;
        this.pbx = pbx;
    }

    /** Starts a phone and waits until it is registered.
     *
     *  @param plays an 8 kHz mono WAV file, played from the moment a call is answered, with the codec the line names
     */
    public static Baresip start(
            Path folder,
            InetSocketAddress pbx,
            String transport,
            String extension,
            String password,
            Answer answer,
            Path plays)
            throws IOException, InterruptedException {
        Peers.require("baresip", "baresip");
        Path home = Files.createDirectories(folder.resolve("baresip-" + extension));
        Path recordings = Files.createDirectories(home.resolve("recordings"));
        int controlPort = FreePort.of(1);
        // It takes the next one too, for TLS.
        int sipPort = FreePort.of(2);
        String host = pbx.getAddress().getHostAddress() + ":" + pbx.getPort();
        Files.writeString(
                home.resolve("config"),
                """
                poll_method epoll
                sip_listen 127.0.0.1:%d
                audio_source aufile,%s
                ausrc_srate 8000
                auplay_srate 8000
                ausrc_channels 1
                auplay_channels 1
                rtp_ports %s
                jitter_buffer_delay 2-10
                net_interface 127.0.0.1
                module_path %s
                module g711.so
                module aufile.so
                module sndfile.so
                module ctrl_tcp.so
                module_app account.so
                module_app menu.so
                ctrl_tcp_listen 127.0.0.1:%d
                snd_path %s
                """
                        .formatted(sipPort, plays, rtpPorts(), modules(), controlPort, recordings));
        Files.writeString(
                home.resolve("accounts"),
                "<sip:%s@%s;transport=%s>;auth_user=%s;auth_pass=%s;regint=60;audio_codecs=PCMU;answermode=%s\n"
                        .formatted(extension, host, transport, extension, password, answer.mode));
        Files.writeString(home.resolve("contacts"), "");
        ChildProcess process = ChildProcess.start(home.toFile(), List.of("baresip", "-f", home.toString(), "-v"));
        try {
            if (!process.awaitLine(line -> line.contains("200 OK") && line.contains("binding"), START)) {
                throw new IllegalStateException("baresip " + extension + " was not registered:\n" + process.output());
            }
            Socket control = new Socket(InetAddress.getLoopbackAddress(), controlPort);
            return new Baresip(recordings, process, control, host);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static String rtpPorts() {
        int first = FreePort.of(RTP_PORTS);
        return first + "-" + (first + RTP_PORTS - 1);
    }

    private static Path modules() throws IOException {
        try (Stream<Path> places = Stream.of("/usr/lib/baresip/modules", "/usr/local/lib/baresip/modules")
                .map(Path::of)
                .filter(Files::isDirectory)) {
            return places.findFirst()
                    .orElseThrow(() -> new IOException("The modules of baresip are not where Debian puts them."));
        }
    }

    public void dial(String number) throws IOException {
        tell("dial", "sip:" + number + "@" + pbx);
    }

    /** Takes the call that rings. */
    public void accept() throws IOException {
        tell("accept", "");
    }

    /** Presses a key as an RFC 4733 event. */
    public void press(char key) throws IOException {
        tell("sndcode", Character.toString(key));
    }

    public void hangUp() throws IOException {
        tell("hangup", "");
    }

    public void hold() throws IOException {
        tell("hold", "");
    }

    public void resume() throws IOException {
        tell("resume", "");
    }

    private void tell(String command, String parameters) throws IOException {
        ObjectNode message = new ObjectMapper().createObjectNode();
        message.put("command", command).put("params", parameters);
        byte[] json = message.toString().getBytes(StandardCharsets.UTF_8);
        control.getOutputStream().write((json.length + ":" + message + ",").getBytes(StandardCharsets.UTF_8));
        control.getOutputStream().flush();
    }

    public boolean awaitRinging(Duration within) throws InterruptedException {
        return awaitRinging(1, within);
    }

    /** Whether it has been rung so many times since it was started, or is within the time. */
    public boolean awaitRinging(int times, Duration within) throws InterruptedException {
        return process.awaitLines(line -> line.contains("Incoming call from"), times, within);
    }

    /** How often it has been rung since it was started. */
    public int rung() {
        return process.count(line -> line.contains("Incoming call from"));
    }

    public boolean awaitEstablished(Duration within) throws InterruptedException {
        return process.awaitLine(line -> line.contains("Call established"), within);
    }

    public boolean awaitEnded(Duration within) throws InterruptedException {
        return process.awaitLine(
                line -> line.contains("session closed") || line.contains("terminated (duration"), within);
    }

    public boolean everEstablished() {
        return process.output().contains("Call established");
    }

    /** What it heard in its first call, as 8 kHz samples; complete after the call. */
    public Path heard() {
        return recording("-dec.wav");
    }

    /** What it said in its first call. */
    public Path said() {
        return recording("-enc.wav");
    }

    private Path recording(String ending) {
        try (Stream<Path> files = Files.list(recordings)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .min(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new IllegalStateException("baresip recorded nothing:\n" + process.output()));
        } catch (IOException e) {
            throw new UncheckedIOException("The recordings of baresip can't be listed.", e);
        }
    }

    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        try {
            control.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The control connection to baresip could not be closed.", e);
        } finally {
            process.close();
        }
    }
}
