package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anteroom.agent.cli.doctor.FederalHolidays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code anteroom doctor} of the installed program at a real PBX: well while the service runs, and then with one fault planted
 *  after the other, each of which it finds.
 */
@Tag("interop")
class DoctorIT {
    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration DONE = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    @Test
    void aRunningServiceIsExaminedWithinTenSecondsAndEachPlantedFaultIsFound() throws Exception {
        Path home = Files.createDirectories(folder.resolve("agent"));
        Files.writeString(home.resolve("drill-password"), Kamailio.PASSWORD);
        Files.setPosixFilePermissions(home.resolve("drill-password"), PosixFilePermissions.fromString("rw-------"));
        try (Kamailio pbx = Kamailio.start(folder)) {
            Path config = home.resolve("anteroom.toml");
            try (AgentProcess agent = AgentProcess.start(
                    folder,
                    pbx.address(),
                    "udp",
                    Kamailio.PASSWORD,
                    false,
                    4,
                    List.of(List.of("301")),
                    AgentProcess.Patience.USUAL,
                    AgentProcess.DRILL)) {
                assertThat(Eventually.holds(() -> pbx.registered(Kamailio.AGENT), START))
                        .as(agent.log())
                        .isTrue();
                Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
                running(config);
            }
            String whole = Files.readString(config);
            theKey(config, home.resolve("records.key"));
            theConfiguration(config, whole);
            theTelephone(pbx, config, whole);
            theMachine(config, home.resolve("data"));
            theRecords(config, home.resolve("data"));
            pbx.stop();
            assertThat(state(config, "pbx")).isEqualTo("fault");
            assertThat(state(config, "registration")).isEqualTo("fault");
        }
    }

    private void running(Path config) throws Exception {
        long begun = System.nanoTime();
        JsonNode timed = examine(List.of(), config);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "doctor with the service running: %d checks in %.1f s, the whole command %.1f s%n",
                timed.path("checks").size(),
                timed.path("milliseconds").asInt() / 1_000.0,
                seconds);
        assertThat(timed.path("milliseconds").asInt()).isLessThan(10_000);
        JsonNode all = examine(List.of(), config, "--within", "90");
        all.path("checks")
                .forEach(check -> System.out.println("  " + check.path("state").asText() + " "
                        + check.path("name").asText() + " "
                        + check.path("milliseconds").asInt() + " ms: "
                        + check.path("what").asText()));
        for (String name : List.of(
                "java",
                "natives",
                "entropy",
                "version",
                "key",
                "file-modes",
                "configuration",
                "kept-plan",
                "address",
                "ports",
                "dns",
                "pbx",
                "registration",
                "codecs",
                "echo",
                "on-call-plan",
                "numbers",
                "records",
                "audit",
                "conditions")) {
            assertThat(check(all, name).path("state").asText())
                    .as(check(all, name).toString())
                    .isEqualTo("ok");
        }
        assertThat(check(all, "pbx").path("what").asText()).contains("practice-pbx");
        assertThat(check(all, "codecs").path("what").asText()).contains("PCMU", "in the call of this check");
        assertThat(check(all, "registration").path("what").asText())
                .matches(".*since ([A-Z][a-z]{2} \\d+ [A-Z][a-z]{2} )?\\d\\d:\\d\\d\\.");
        assertThat(only(config, "codecs").path("what").asText()).contains("in the last call");
    }

    private void theKey(Path config, Path key) throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        JsonNode found = only(config, "key");
        assertThat(found.path("state").asText()).isEqualTo("fault");
        assertThat(found.path("mend").asText()).isEqualTo("chmod 0400 " + key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        assertThat(state(config, "key")).isEqualTo("ok");
    }

    private void theConfiguration(Path config, String whole) throws Exception {
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(state(config, "file-modes")).as("password for everybody").isEqualTo("fault");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));

        Files.writeString(config, whole.replace("transport = ", "transprot = "));
        JsonNode broken = only(config, "configuration");
        assertThat(broken.path("state").asText()).isEqualTo("fault");
        assertThat(broken.path("what").asText()).contains("transprot");

        Files.writeString(config, whole.replace("Maple Street Dental", "Zyxqwell Dental"));
        JsonNode unheard = only(config, "vocabulary");
        assertThat(unheard.path("state").asText()).isEqualTo("warning");
        assertThat(unheard.path("what").asText()).contains("zyxqwell");
        assertThat(state(config, "kept-plan"))
                .as("plan of another configuration")
                .isEqualTo("warning");

        Files.writeString(
                config,
                whole.replaceFirst("number = \"301\"", "rota = \"dentists\"")
                        + """

                [[oncall.person]]
                name = "Dr. Reed"
                numbers = ["301"]

                [[oncall.rota]]
                name = "dentists"

                [[oncall.rota.shift]]
                who = "Dr. Reed"
                from = "2020-01-01 08:00"
                to = "2020-01-02 08:00"
                """);
        assertThat(state(config, "on-call-plan")).isEqualTo("fault");

        Files.writeString(config, whole);
        LocalDate today = LocalDate.now(java.time.ZoneId.of("America/New_York"));
        boolean coming = !FederalHolidays.between(today, today.plusDays(60)).isEmpty();
        assertThat(state(config, "holidays")).isEqualTo(coming ? "warning" : "ok");

        Files.writeString(config.resolveSibling("purge-data"), "");
        assertThat(state(config, "leftovers")).isEqualTo("warning");
        Files.delete(config.resolveSibling("purge-data"));
        assertThat(state(config.resolveSibling("absent.toml"), "configuration")).isEqualTo("fault");
    }

    private void theTelephone(Kamailio pbx, Path config, String whole) throws Exception {
        assertThat(state(config, "registration")).as("without the service").isEqualTo("ok");
        assertThat(pbx.registered(Kamailio.AGENT)).as("un-registered again").isFalse();

        Files.writeString(config, whole.replace(Kamailio.PASSWORD, "wrong-horse"));
        JsonNode refused = only(config, "registration");
        assertThat(refused.path("state").asText()).isEqualTo("fault");
        assertThat(refused.path("what").asText()).contains("password");

        int port = Integer.parseInt(whole.replaceAll("(?s).*?\\[sip\\].*?\\nport = (\\d+).*", "$1"));
        Files.writeString(config, whole);
        try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getByName("127.0.0.1"))) {
            assertThat(state(config, "ports")).as(taken.toString()).isEqualTo("fault");
        }
        assertThat(state(config, "ports")).isEqualTo("ok");

        Files.writeString(config, whole.replaceFirst("pbx = \"[^\"]+\"", "pbx = \"no-such-pbx.invalid\""));
        assertThat(state(config, "dns")).isEqualTo("fault");

        assertThat(state(config, "trunk")).as("channels not known").isEqualTo("skipped");
        Files.writeString(
                config,
                whole.replaceFirst("number = \"301\"", "number = \"5550142\"")
                        .replaceFirst("longest-minutes", "trunk-channels = 1\nlongest-minutes"));
        assertThat(only(config, "trunk").path("what").asText()).contains("up to 2 channels", "there is 1");
        assertThat(state(config, "trunk")).isEqualTo("fault");

        try (DatagramSocket other = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            Thread odd = new Thread(() -> speaksOnlyG729(other));
            odd.setDaemon(true);
            odd.start();
            Files.writeString(config, whole.replaceFirst("pbx-port = \\d+", "pbx-port = " + other.getLocalPort()));
            JsonNode codecs = only(config, "codecs");
            assertThat(codecs.path("state").asText()).as(codecs.toString()).isEqualTo("fault");
            assertThat(codecs.path("what").asText()).contains("G729");
        }
        Files.writeString(config, whole);
    }

    /** A tiny disk in a namespace of its own, where this user may make one. */
    private void theMachine(Path config, Path data) throws Exception {
        if (!"root".equals(System.getProperty("user.name"))) {
            return;
        }
        String mounts = "mount -t tmpfs -o size=1m tmpfs \"$0\" && exec \"$@\"";
        JsonNode full = examine(
                List.of("unshare", "-m", "sh", "-c", mounts, data.toString()),
                config,
                "--within",
                "60",
                "--only",
                "disk,local-disk");
        assertThat(check(full, "disk").path("state").asText())
                .as(full.toString())
                .isEqualTo("fault");
        assertThat(check(full, "local-disk").path("state").asText()).isEqualTo("fault");

        addresses(config);

        JsonNode stranger = examine(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                config,
                "--within",
                "60",
                "--only",
                "configuration");
        assertThat(check(stranger, "configuration").path("state").asText())
                .as("unreadable")
                .isEqualTo("fault");
        assertThat(check(stranger, "configuration").path("what").asText()).contains("can't be read");
    }

    /** A name with a second address, at which nobody is, in a namespace that knows it. */
    private void addresses(Path config) throws Exception {
        String whole = Files.readString(config);
        Path hosts =
                Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost pbx.example\n127.0.0.9 pbx.example\n");
        Files.writeString(config, whole.replaceFirst("pbx = \"[^\"]+\"", "pbx = \"pbx.example\""));
        JsonNode both = examine(
                List.of("unshare", "-m", "sh", "-c", "mount --bind \"$0\" /etc/hosts && exec \"$@\"", hosts.toString()),
                config,
                "--within",
                "60",
                "--only",
                "dns,pbx");
        assertThat(check(both, "dns").path("what").asText())
                .isEqualTo("pbx.example is 127.0.0.1, 127.0.0.9. Anteroom goes to 127.0.0.1.");
        assertThat(check(both, "pbx").path("state").asText()).isEqualTo("warning");
        assertThat(check(both, "pbx").path("what").asText()).contains("practice-pbx", "127.0.0.9 doesn't answer");
        Files.writeString(config, whole);
    }

    private void theRecords(Path config, Path data) throws Exception {
        assertThat(state(config, "drill")).as("none made").isEqualTo("warning");
        long old = Instant.now().minus(Duration.ofDays(40)).toEpochMilli();
        on(
                data,
                "insert into drill (number, began_at, ended_at, how, outcome, detail) values (1, " + old + ", " + old
                        + ", 'scheduled', 'PASSED', '')");
        JsonNode drill = only(config, "drill");
        assertThat(drill.path("state").asText()).isEqualTo("warning");
        assertThat(drill.path("what").asText()).contains("40 days ago");

        assertThat(state(config, "audit")).isEqualTo("ok");
        on(data, "update audit set actor = 'somebody' where number = 1");
        assertThat(state(config, "audit")).isEqualTo("fault");

        try (RandomAccessFile file =
                new RandomAccessFile(data.resolve("records.db").toFile(), "rw")) {
            for (long at = 4_096; at + 4_096 <= file.length(); at += 4_096) {
                file.seek(at);
                file.write(new byte[2_048]);
            }
        }
        assertThat(state(config, "records")).isEqualTo("fault");
    }

    private static void on(Path data, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("records.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    private static void speaksOnlyG729(DatagramSocket pbx) {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
                pbx.receive(packet);
                String request = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
                request.lines()
                        .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq): .*"))
                        .map(line -> line.startsWith("To: ") ? line + ";tag=x" : line)
                        .forEach(line -> answer.append(line).append("\r\n"));
                String sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                        + "m=audio 4000 RTP/AVP 18\r\na=rtpmap:18 G729/8000\r\n";
                answer.append("Content-Type: application/sdp\r\nContent-Length: ")
                        .append(sdp.length())
                        .append("\r\n\r\n")
                        .append(sdp);
                byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
                pbx.send(new DatagramPacket(bytes, bytes.length, (InetSocketAddress) packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            // The test is done with it.
            return;
        }
    }

    private String state(Path config, String check) throws Exception {
        return only(config, check).path("state").asText();
    }

    private JsonNode only(Path config, String check) throws Exception {
        return check(examine(List.of(), config, "--within", "60", "--only", check), check);
    }

    private static JsonNode check(JsonNode all, String name) {
        for (JsonNode check : all.path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("no check " + name + " in " + all);
    }

    /** @param before another program that runs it */
    private JsonNode examine(List<String> before, Path config, String... options) throws Exception {
        List<String> line = new ArrayList<>(before);
        line.add(new File(System.getProperty("anteroom.app", "target/anteroom"), "bin/anteroom").getAbsolutePath());
        line.addAll(List.of("doctor", "--json", "--config", config.toString()));
        line.addAll(List.of(options));
        try (ChildProcess command = ChildProcess.start(folder.toFile(), line)) {
            int exit = command.awaitExit(DONE);
            JsonNode all = command.output()
                    .lines()
                    .filter(text -> text.startsWith("{"))
                    .findFirst()
                    .map(DoctorIT::parsed)
                    .orElseThrow(() -> new AssertionError(command.output()));
            assertThat(exit).as(command.output()).isEqualTo(all.path("faults").asInt() > 0 ? 1 : 0);
            return all;
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
