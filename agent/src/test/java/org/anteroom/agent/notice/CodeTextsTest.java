package org.anteroom.agent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.anteroom.agent.config.Secret;
import org.anteroom.agent.config.TextConfig;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Codes as texts, against the server's side of SMPP. */
@Timeout(60)
class CodeTextsTest {
    private static final String NUMBER = "6145550192";
    private static final Retry SOON = new Retry(2, Duration.ofMillis(10), Duration.ofMillis(10));

    private static TestCertificate certificate;

    private final Counters counters = new Counters();
    private final HandClock clock = new HandClock();
    private final List<AutoCloseable> open = new ArrayList<>();
    /** Each time an alarm is told, its line. */
    private final List<Notice> told = new ArrayList<>();

    private Alarms alarms;
    private SmppCentre centre;

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        certificate = new TestCertificate(folder);
    }

    @BeforeEach
    void start() throws Exception {
        Channel log = (notice, desk) -> {
            synchronized (told) {
                told.add(notice);
                told.notifyAll();
            }
        };
        alarms = new Alarms(
                List.of(Outlet.direct("log", log, counters)),
                AlarmTimes.of(Duration.ofMinutes(15), Duration.ofMinutes(5)),
                clock,
                counters);
        centre = own(SmppCentre.open());
    }

    @AfterEach
    void stop() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
        alarms.close();
    }

    @Test
    void handsACodeToTheGateway() throws Exception {
        texts(settings(centre.port(), 5)).send(NUMBER, "271828");

        SubmitSm text = centre.text();
        assertThat(SmppCentre.words(text))
                .isEqualTo("271828 is your code for Maple Street Dental. Enter it only in the call that you made."
                        + " Nobody from the practice will ask you for it.");
        assertThat(text.getDestAddress()).isEqualTo("1" + NUMBER);
        assertThat(text.getDestAddrTon()).isEqualTo(TypeOfNumber.INTERNATIONAL.value());
        assertThat(text.getSourceAddr()).isEqualTo("16145550100");
        assertThat(text.getDataCoding()).isZero();
        assertThat(centre.logins()).containsExactly("anteroom hush-8ch BIND_TX");
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void sendsSeveralThroughOneSessionAndAnewWhenItBroke() throws Exception {
        CodeTexts texts = texts(settings(centre.port(), 5));
        texts.send(NUMBER, "111111");
        centre.text();
        texts.send(NUMBER, "222222");
        centre.text();
        assertThat(centre.logins()).hasSize(1);
        while (counters.value(Metric.TEXTS_SENT) < 2) {
            // What breaks before its answer would be sent again.
            Thread.onSpinWait();
        }

        centre.breakOff();
        texts.send(NUMBER, "333333");
        assertThat(SmppCentre.words(centre.text())).startsWith("333333");
        assertThat(centre.logins()).hasSize(2);
    }

    @Test
    void sendsOverTlsToTheNameInTheCertificateAlone() throws Exception {
        SmppCentre secured = own(SmppCentre.over(certificate.server()));
        texts(secured("127.0.0.1", secured.port())).send(NUMBER, "271828");
        assertThat(SmppCentre.words(secured.text())).startsWith("271828");

        texts(secured("localhost", secured.port())).send(NUMBER, "314159");
        assertThat(alarm()).contains("can't be trusted").contains("host in [text]");
        assertThat(secured.logins()).hasSize(1);
    }

    @Test
    void raisesAnAlarmWhileTheLoginIsRefusedAndEndsItWithTheNextText() throws Exception {
        centre.refuseLogins(0x0E);
        CodeTexts texts = texts(settings(centre.port(), 5));
        texts.send(NUMBER, "271828");

        assertThat(alarm())
                .contains("Texts can't be sent")
                .contains("refuses the name or the password (0x0000000E)")
                .contains("system-id");
        assertThat(centre.logins()).as("a wrong password is not tried again").hasSize(1);
        centre.refuseLogins(0);
        texts.send(NUMBER, "314159");
        centre.text();
        over();
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void raisesAnAlarmWhenNoGatewayIsThere() throws Exception {
        int port = centre.port();
        centre.close();
        texts(settings(port, 5)).send(NUMBER, "271828");

        assertThat(alarm())
                .contains("127.0.0.1:" + port)
                .contains("can't be reached")
                .contains("[text]");
    }

    @Test
    void raisesAnAlarmWhenTheGatewayHangs() throws Exception {
        ServerSocket deaf = own(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
        texts(settings(deaf.getLocalPort(), 1)).send(NUMBER, "271828");

        assertThat(alarm()).contains("did not answer within 1 s");
    }

    @Test
    void closesWithinSecondsWhileTheGatewayHangs() throws Exception {
        ServerSocket deaf = own(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
        CodeTexts texts = texts(settings(deaf.getLocalPort(), 30));
        texts.send(NUMBER, "271828");
        deaf.accept();

        CompletableFuture<Void> closed = CompletableFuture.runAsync(texts::close);
        closed.get(10, TimeUnit.SECONDS);
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void takesNoMoreThanFitAndNeverWaits() throws Exception {
        ServerSocket deaf = own(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
        CodeTexts texts = texts(settings(deaf.getLocalPort(), 30));
        for (int i = 0; i < CodeTexts.QUEUE + 2; i++) {
            texts.send(NUMBER, "271828");
        }

        assertThat(alarm()).contains("too many wait");
    }

    @Test
    void triesAgainWhatABusyGatewayDoesNotTake() throws Exception {
        centre.refuseNext(0x58);
        texts(settings(centre.port(), 5)).send(NUMBER, "271828");

        assertThat(SmppCentre.words(centre.text())).startsWith("271828");
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void raisesNoAlarmForANumberThatTakesNoTexts() throws Exception {
        centre.refuseNext(0x0B);
        CodeTexts texts = texts(settings(centre.port(), 5));
        texts.send(NUMBER, "111111");
        texts.send("12", "222222");
        texts.send(NUMBER, "333333");

        assertThat(SmppCentre.words(centre.text())).startsWith("333333");
        assertThat(counters.value(Metric.TEXTS_UNSENDABLE)).isEqualTo(2);
        assertThat(counters.value(Metric.TEXTS_FAILED)).isZero();
        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void saysNeitherNumberNorCodeInAnAlarm() throws Exception {
        centre.answerTexts(0x08);
        texts(settings(centre.port(), 5)).send(NUMBER, "271828");

        assertThat(alarm()).doesNotContain(NUMBER).doesNotContain("271828");
        assertThat(settings(centre.port(), 5).toString()).doesNotContain("hush").doesNotContain("6145550100");
    }

    /** It would write numbers and words into the log. */
    @Test
    void letsTheLibraryLogNothing() {
        assertThat(LoggerFactory.getLogger(SMPPSession.class).isErrorEnabled()).isFalse();
    }

    @Test
    void triesOutALogin(@TempDir Path folder) throws Exception {
        TextConfig config = config(folder, "hush-8ch");
        assertThat(CodeTexts.tryOut(config)).isEmpty();
        centre.refuseLogins(0x0F);
        assertThat(CodeTexts.tryOut(config))
                .hasValueSatisfying(why -> assertThat(why).contains("refuses the name or the password"));
        assertThat(CodeTexts.tryOut(TextConfig.NONE)).isEmpty();
        assertThat(centre.waiting()).isZero();
    }

    @Test
    void findsFilesThatCanNotBeUsed(@TempDir Path folder) throws Exception {
        assertThat(CodeTexts.check(config(folder, "hush-8ch"))).isEmpty();
        assertThat(CodeTexts.check(config(folder, "longer-than-eight")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("text.password-file")
                        .contains("8 characters"));
        Files.delete(folder.resolve("password"));
        assertThat(CodeTexts.check(config(folder, Optional.empty())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("can't be read"));
        assertThat(CodeTexts.open(config(folder, Optional.empty()), "Maple Street", alarms, counters))
                .isEmpty();
        assertThat(alarm()).contains("text.password-file");
    }

    private TextConfig config(Path folder, String password) throws Exception {
        return config(folder, Optional.of(password));
    }

    private TextConfig config(Path folder, Optional<String> password) throws Exception {
        Path file = folder.resolve("password");
        if (password.isPresent()) {
            Files.writeString(file, password.get() + "\n");
        }
        return new TextConfig(
                Optional.of("127.0.0.1"),
                centre.port(),
                false,
                Optional.empty(),
                Optional.of("anteroom"),
                Optional.of(file),
                Optional.of("+16145550100"),
                Optional.empty(),
                1,
                5);
    }

    private CodeTexts texts(TextSettings settings) {
        return own(new CodeTexts(new SmppGateway(settings), "Maple Street Dental", 1, SOON, alarms, counters));
    }

    private static TextSettings settings(int port, int within) {
        return new TextSettings(
                "127.0.0.1",
                port,
                false,
                "anteroom",
                new Secret("hush-8ch"),
                "+16145550100",
                Duration.ofSeconds(within),
                Optional.empty());
    }

    private static TextSettings secured(String host, int port) throws Exception {
        return new TextSettings(
                host,
                port,
                true,
                "anteroom",
                new Secret("hush-8ch"),
                "+16145550100",
                Duration.ofSeconds(5),
                Optional.of(certificate.client()));
    }

    /** Waits for the alarm about texts. */
    private String alarm() throws InterruptedException {
        return told(notice -> notice.reason() != Notice.Reason.OVER);
    }

    private void over() throws InterruptedException {
        told(notice -> notice.reason() == Notice.Reason.OVER);
    }

    private String told(Predicate<Notice> wanted) throws InterruptedException {
        synchronized (told) {
            while (told.stream().noneMatch(wanted)) {
                told.wait();
            }
            Notice notice = told.stream().filter(wanted).findFirst().orElseThrow();
            assertThat(notice.kind()).isEqualTo(Kind.TEXTS);
            return notice.alarms().get(0).sentence();
        }
    }

    private <T extends AutoCloseable> T own(T part) {
        open.add(part);
        return part;
    }
}
