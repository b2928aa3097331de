package org.anteroom.agent.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.anteroom.agent.config.MailSecurity;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.notice.MailSettings.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

class MailChannelTest {
    private static final Login LOGIN = new Login("anteroom", new Secret("hush-hush"));

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> passwords = new CopyOnWriteArrayList<>();
    private final List<SMTPServer> servers = new ArrayList<>();
    /** Code with which the server refuses every mail; 0 when it takes them. */
    private volatile int refusal;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        certificate = new TestCertificate(folder);
    }

    @AfterEach
    void stop() {
        servers.forEach(SMTPServer::stop);
    }

    @Test
    void logsInAndSendsOverStarttls() throws Exception {
        int port = startTls();

        channel("127.0.0.1", port, MailSecurity.STARTTLS, Optional.of(LOGIN)).send(Notices.grave(17), Notices.NOBODY);

        assertThat(passwords).containsExactly("anteroom hush-hush");
        assertThat(mails).singleElement().satisfies(mail -> assertThat(mail)
                .contains("to it@practice.example")
                .contains("Subject: Anteroom alarm 17: NOBODY_ANSWERS")
                .containsPattern("Message-ID: <\\S+@practice.example>")
                .contains("Auto-Submitted: auto-generated")
                .contains("Importance: high")
                .contains("NOBODY_ANSWERS [call-7]: No on-call phone took the call.")
                .contains("anteroom alarms ack 17"));
    }

    @Test
    void sendsOverTlsFromTheFirstByte() throws Exception {
        int port = start(builder().serverSocketFactory(certificate.server()));

        channel("127.0.0.1", port, MailSecurity.TLS, Optional.of(LOGIN)).send(Notices.grave(1), Notices.NOBODY);

        assertThat(mails).hasSize(1);
    }

    @Test
    void sendsNothingNotEvenThePasswordToAServerOfAnotherName() throws Exception {
        int upgraded = startTls();
        int wrapped = start(builder().serverSocketFactory(certificate.server()));

        for (MailChannel each : List.of(
                channel("localhost", upgraded, MailSecurity.STARTTLS, Optional.of(LOGIN)),
                channel("localhost", wrapped, MailSecurity.TLS, Optional.of(LOGIN)))) {
            Undelivered trouble = trouble(each);
            assertThat(trouble.sentence()).contains("can't be trusted").contains("ca-file");
            assertThat(trouble.worthRetrying()).isFalse();
        }
        assertThat(mails).isEmpty();
        assertThat(passwords).isEmpty();
    }

    @Test
    void sendsNothingToAServerThatDoesNotOfferStarttls() throws Exception {
        int port = start(builder());

        Undelivered trouble = trouble(channel("127.0.0.1", port, MailSecurity.STARTTLS, Optional.of(LOGIN)));

        assertThat(trouble.sentence()).contains("does not offer STARTTLS");
        assertThat(trouble.worthRetrying()).isFalse();
        assertThat(passwords).isEmpty();
    }

    @Test
    void givesThePasswordInTheClearOnlyWhereThatIsAllowed() throws Exception {
        int port = start(builder());
        MailSettings asked = settings("127.0.0.1", port, MailSecurity.NONE, Optional.of(LOGIN), false);
        MailSettings allowed = settings("127.0.0.1", port, MailSecurity.NONE, Optional.of(LOGIN), true);

        assertThat(trouble(new MailChannel(asked)).sentence()).contains("in the clear");
        assertThat(passwords).isEmpty();

        new MailChannel(allowed).send(Notices.grave(1), Notices.NOBODY);
        assertThat(passwords).hasSize(1);
    }

    @Test
    void saysThatThePasswordIsWrongWithoutShowingIt() throws Exception {
        int port = startTls();
        Login wrong = new Login("anteroom", new Secret("wrong-one"));

        Undelivered trouble = trouble(channel("127.0.0.1", port, MailSecurity.STARTTLS, Optional.of(wrong)));

        assertThat(trouble.sentence()).contains("password-file").doesNotContain("wrong-one");
        assertThat(trouble.worthRetrying()).isFalse();
    }

    @Test
    void triesAgainWhatIsRefusedForNowAndGivesUpWhatIsRefusedForGood() throws Exception {
        int port = start(builder());
        MailChannel channel = channel("127.0.0.1", port, MailSecurity.NONE, Optional.empty());

        refusal = 451;
        assertThat(trouble(channel)).satisfies(trouble -> {
            assertThat(trouble.worthRetrying()).isTrue();
            assertThat(trouble.sentence()).contains("(451)").doesNotContain("said the server");
        });
        refusal = 554;
        assertThat(trouble(channel)).satisfies(trouble -> {
            assertThat(trouble.worthRetrying()).isFalse();
            assertThat(trouble.sentence()).contains("(554)").doesNotContain("said the server");
        });
    }

    @Test
    void triesAgainWhenTheServerIsDown() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(trouble(channel("127.0.0.1", port, MailSecurity.STARTTLS, Optional.empty()))
                        .worthRetrying())
                .isTrue();
    }

    @Test
    void isNotHeldByAServerThatAcceptsAndSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (MailSecurity security : MailSecurity.values()) {
                MailSettings settings = new MailSettings(
                        "127.0.0.1",
                        silent.getLocalPort(),
                        security,
                        Optional.empty(),
                        false,
                        "anteroom@practice.example",
                        List.of("it@practice.example"),
                        Duration.ofMillis(300),
                        Optional.empty());
                Undelivered trouble = trouble(new MailChannel(settings));
                assertThat(trouble.worthRetrying()).as("%s", security).isTrue();
                assertThat(trouble.sentence()).contains("firewall");
            }
        }
    }

    private static Undelivered trouble(MailChannel channel) {
        return catchThrowableOfType(() -> channel.send(Notices.grave(1), Notices.NOBODY), Undelivered.class);
    }

    private MailChannel channel(String host, int port, MailSecurity security, Optional<Login> login) throws Exception {
        return new MailChannel(settings(host, port, security, login, false));
    }

    private MailSettings settings(
            String host, int port, MailSecurity security, Optional<Login> login, boolean passwordInClear)
            throws Exception {
        SSLContext trusting = certificate.client();
        return new MailSettings(
                host,
                port,
                security,
                login,
                passwordInClear,
                "anteroom@practice.example",
                List.of("it@practice.example"),
                Duration.ofSeconds(20),
                Optional.of(trusting));
    }

    private int startTls() {
        return start(builder().enableTLS().requireTLS().startTlsSocketFactory(certificate.server()));
    }

    private SMTPServer.Builder builder() {
        return new SMTPServer.Builder()
                .port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> login(user, password)))
                .messageHandler((context, from, to, data) -> take(to, data));
    }

    private void login(String user, String password) throws LoginFailedException {
        passwords.add(user + " " + password);
        if (!password.equals("hush-hush")) {
            throw new LoginFailedException("no");
        }
    }

    private void take(String to, byte[] data) throws RejectException {
        if (refusal != 0) {
            throw new RejectException(refusal, "said the server");
        }
        mails.add("to " + to + "\n" + new String(data, UTF_8));
    }

    private int start(SMTPServer.Builder builder) {
        SMTPServer server = builder.build();
        servers.add(server);
        server.start();
        return server.getPortAllocated();
    }
}
