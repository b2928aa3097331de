package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.AlarmsConfig;
import org.anteroom.agent.config.MailAlarmConfig;
import org.anteroom.agent.config.MailSecurity;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.WebhookAlarmConfig;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmOutletsTest {
    private static final AlarmPhone NO_PHONE = (number, kind, taken) -> {
        throw Undelivered.forGood("There is no phone here.");
    };

    @TempDir
    Path folder;

    @Test
    void areTheLogAndOneForEachChannelWithItsDelay() throws Exception {
        Files.writeString(folder.resolve("password"), "hush\n");
        Files.writeString(folder.resolve("secret"), "0123456789abcdef\n");

        List<Outlet> outlets =
                AlarmOutlets.open(config(), NO_PHONE, new Counters()).outlets();
        try {
            assertThat(outlets)
                    .extracting(outlet -> outlet.route().name() + " after "
                            + outlet.route().after().toMinutes())
                    .containsExactly("log after 0", "it-mail after 0", "pager after 10");
        } finally {
            outlets.forEach(Outlet::close);
        }
        assertThat(AlarmOutlets.check(config())).isEmpty();
    }

    @Test
    void carryAnAlarmFromTheConfigurationToTheReceiver() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        CompletableFuture<String> got = new CompletableFuture<>();
        server.createContext("/", exchange -> {
            got.complete(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        WebhookAlarmConfig webhook = new WebhookAlarmConfig(
                "pager",
                1,
                0,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                Files.writeString(folder.resolve("secret"), "0123456789abcdef"),
                Optional.empty());
        Counters counters = new Counters();
        try (Alarms alarms = new Alarms(
                AlarmOutlets.open(
                                new AlarmsConfig(15, 5, 730, List.of(), List.of(webhook), List.of()),
                                NO_PHONE,
                                counters)
                        .outlets(),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                new HandClock(),
                counters)) {
            alarms.raise(Kind.NOBODY_ANSWERS, "No on-call phone took the call.", "call-7");

            assertThat(got.get(30, TimeUnit.SECONDS)).contains("\"kind\":\"NOBODY_ANSWERS\"");
            assertThat(alarms.test().get("pager").get(30, TimeUnit.SECONDS)).isEmpty();
            assertThat(alarms.list().get(0).sent())
                    .extracting(sent -> sent.channel() + " " + sent.state())
                    .containsExactly("log DELIVERED", "pager DELIVERED");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nameTheFilesThatKeepChannelsFromWorkingAndOpenTheOthers() throws Exception {
        Files.writeString(folder.resolve("secret"), "short\n");
        Counters counters = new Counters();

        assertThat(AlarmOutlets.check(config()))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        mail -> assertThat(mail)
                                .startsWith("alarms.mail[1].password-file: ")
                                .contains("NoSuchFileException")
                                .contains("let the service's user read it"),
                        webhook -> assertThat(webhook)
                                .startsWith("alarms.webhook[1].secret-file: ")
                                .contains("16 characters")
                                .doesNotContain("short\n"));

        AlarmOutlets opened = AlarmOutlets.open(config(), NO_PHONE, counters);
        assertThat(opened.unusable()).containsOnlyKeys("it-mail", "pager");
        Heard heard = new Heard();
        opened.outlets().get(1).offer(Notices.grave(1), heard);
        assertThat(heard.next()).startsWith("it-mail gave up 1: alarms.mail[1].password-file: ");
        opened.outlets().forEach(Outlet::close);
    }

    @Test
    void refuseAnAuthorityThatIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        WebhookAlarmConfig webhook = new WebhookAlarmConfig(
                "pager",
                1,
                0,
                "https://127.0.0.1/",
                Files.writeString(folder.resolve("secret"), "0123456789abcdef"),
                Optional.of(file));

        assertThat(AlarmOutlets.check(new AlarmsConfig(15, 5, 730, List.of(), List.of(webhook), List.of())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("alarms.webhook[1].ca-file"));
    }

    private AlarmsConfig config() {
        MailAlarmConfig mail = new MailAlarmConfig(
                "it-mail",
                1,
                0,
                "127.0.0.1",
                587,
                MailSecurity.STARTTLS,
                Optional.of("anteroom"),
                Optional.of(folder.resolve("password")),
                false,
                Optional.empty(),
                "anteroom@practice.example",
                List.of("it@practice.example"));
        WebhookAlarmConfig webhook = new WebhookAlarmConfig(
                "pager", 2, 10, "https://127.0.0.1/hook", folder.resolve("secret"), Optional.empty());
        return new AlarmsConfig(15, 5, 730, List.of(mail), List.of(webhook), List.of());
    }
}
