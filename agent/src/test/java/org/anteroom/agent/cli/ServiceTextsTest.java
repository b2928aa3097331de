package org.anteroom.agent.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway for texts over reloads, against a socket that takes logins and answers none. */
@Timeout(60)
class ServiceTextsTest {
    private static final String NUMBER = "6145550192";
    private static final int WAIT_MS = 30_000;
    /** What a session that was let go would need to show it. */
    private static final int KEPT_MS = 300;

    @TempDir
    Path folder;

    private final Counters counters = new Counters();
    private final Alarms alarms = new Alarms(
            List.of(),
            AlarmTimes.of(Duration.ofMinutes(5), Duration.ofMinutes(5)),
            Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
            counters);
    private final ServiceTexts texts = new ServiceTexts(alarms, counters);
    private final List<Socket> sessions = new ArrayList<>();
    private ServerSocket gateway;
    private Config config;

    @BeforeEach
    void open() throws Exception {
        gateway = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        gateway.setSoTimeout(WAIT_MS);
        config = config();
    }

    @AfterEach
    void close() throws Exception {
        texts.close();
        for (Socket each : sessions) {
            each.close();
        }
        gateway.close();
        alarms.close();
    }

    @Test
    void aPasswordFileThatWasMissingIsUsedAfterAReloadOfTheSameConfiguration() throws Exception {
        texts.goBy(config);
        assertThat(alarms.open()).singleElement().satisfies(alarm -> assertThat(alarm.sentence())
                .contains("text.password-file")
                .contains("can't be read")
                .contains("anteroom reload"));

        password("hush-8ch");
        texts.goBy(config);
        texts.send(NUMBER, "271828");
        assertThat(login()).contains("hush-8ch");
    }

    @Test
    void aPasswordThatWasTooLongIsMendedInTheSameWay() throws Exception {
        password("longer-than-eight");
        texts.goBy(config);
        assertThat(alarms.open()).hasSize(1);

        password("hush-8ch");
        texts.goBy(config);
        texts.send(NUMBER, "271828");
        assertThat(login()).contains("hush-8ch");
    }

    @Test
    void aPasswordThatTheGatewayHasChangedIsUsedAfterAReload() throws Exception {
        password("old-8chr");
        texts.goBy(config);
        texts.send(NUMBER, "271828");
        assertThat(login()).contains("old-8chr");

        password("new-8chr");
        texts.goBy(config);
        texts.send(NUMBER, "314159");
        assertThat(login()).contains("new-8chr");
    }

    @Test
    void aReloadThatChangesNothingKeepsTheSession() throws Exception {
        password("hush-8ch");
        texts.goBy(config);
        texts.send(NUMBER, "271828");
        login();

        texts.goBy(config);
        Socket session = sessions.get(0);
        session.setSoTimeout(KEPT_MS);
        assertThatThrownBy(() -> session.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    /** The next login, as it is on the wire; the session stays open. */
    private String login() throws IOException {
        Socket session = gateway.accept();
        sessions.add(session);
        session.setSoTimeout(WAIT_MS);
        DataInputStream in = new DataInputStream(session.getInputStream());
        return new String(in.readNBytes(in.readInt() - Integer.BYTES), ISO_8859_1);
    }

    private void password(String password) throws IOException {
        Files.writeString(folder.resolve("text-password"), password + "\n");
    }

    private Config config() throws Exception {
        return Config.load(Files.writeString(
                folder.resolve("anteroom.toml"),
                """
                [practice]
                name = "Maple Street Dental"
                type = "dental"
                timezone = "America/New_York"
                [sip]
                pbx = "pbx.example"
                user = "200"
                password = "hush"
                [[oncall.group]]
                name = "first"
                [[oncall.group.target]]
                name = "nurse"
                number = "310"
                [identity]
                factor = "text"
                [text]
                host = "127.0.0.1"
                port = %d
                tls = false
                system-id = "anteroom"
                password-file = "text-password"
                from = "+16145550100"
                within-seconds = 30
                """
                        .formatted(gateway.getLocalPort())));
    }
}
