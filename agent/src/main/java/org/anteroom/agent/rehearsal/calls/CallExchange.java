package org.anteroom.agent.rehearsal.calls;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.rehearsal.DemoPbx;
import org.anteroom.agent.rehearsal.PbxPlan;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;
import org.anteroom.agent.rehearsal.PhoneSettings;
import org.anteroom.agent.rehearsal.TextPractice;

/** The telephones of one call: the agent's extension, the front desk's, the clinician's who is on call, and the caller's line. All on
 *  the loopback. Any thread.
 */
final class CallExchange implements AutoCloseable {
    /** What callers dial. */
    static final String NUMBER = "6145550100";

    static final String AGENT = "100";
    static final String DESK = "300";
    static final String ON_CALL = "201";

    private static final String DOMAIN = "practice.example";
    private static final String PASSWORD = "rehearsal";
    private static final String WITHHELD = "anonymous";
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 100;

    private final DemoPbx pbx;
    private final String caller;
    private final int lane;

    /**
     * @param from number the caller comes from; empty where it isn't sent
     * @param lane of calls at the same time, from 0: each has ports of its own
     */
    CallExchange(Optional<String> from, int lane) {
        this.caller = from.orElse(WITHHELD);
        this.lane = lane;
        this.pbx = new DemoPbx(
                new PbxPlan(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        DOMAIN,
                        List.of(
                                new Extension(AGENT, PASSWORD),
                                new Extension(DESK, PASSWORD),
                                new Extension(ON_CALL, PASSWORD),
                                new Extension(caller, PASSWORD)),
                        Map.of(NUMBER, AGENT),
                        Map.of()),
                Clock.systemUTC());
    }

    DemoPbx pbx() {
        return pbx;
    }

    PhoneSettings caller() {
        return phone(caller);
    }

    PhoneSettings phone(String extension) {
        return PhoneSettings.of(pbx, DOMAIN, extension, PASSWORD);
    }

    /** The practice's configuration, with these telephones; nobody but one caller has it. */
    Config configure(Path folder, Path prompts, TextPractice practice) throws IOException, ConfigException {
        int first = FIRST_PORT + lane * PORTS;
        String text =
                """
                [practice]
                name = "Replaced"
                type = "medical"
                timezone = "America/New_York"

                [practice.hours]
                monday = ["08:00-12:00"]

                [sip]
                pbx = "127.0.0.1"
                pbx-port = %d
                domain = "%s"
                user = "%s"
                password = "%s"
                bind = "127.0.0.1"
                port = %d

                [media]
                bind = "127.0.0.1"
                first-port = %d
                last-port = %d

                [speech]
                prompts = "%s"
                expected-calls = 1

                [desk]
                number = "%s"
                ring-seconds = 10

                [[oncall.group]]
                name = "doctor on call"
                ring-seconds = 20

                [[oncall.group.target]]
                name = "the doctor's phone"
                number = "%s"

                [recording]
                enabled = true

                [records]
                folder = "records"
                key-file = "records.key"

                [control]
                socket = "control"

                [watch]
                port = 0
                """
                        .formatted(
                                pbx.address().getPort(),
                                DOMAIN,
                                AGENT,
                                PASSWORD,
                                freePort(),
                                first,
                                first + PORTS - 1,
                                prompts,
                                DESK,
                                ON_CALL);
        Config phones = Config.load(Files.writeString(folder.resolve("anteroom.toml"), text));
        return new Config(
                practice.practice(),
                phones.sip(),
                phones.media(),
                phones.speech(),
                phones.calls(),
                phones.oncall(),
                phones.desk(),
                phones.staff(),
                phones.afterHours(),
                practice.identity(),
                phones.text(),
                practice.refills(),
                phones.recording(),
                phones.records(),
                phones.alarms(),
                phones.drill(),
                phones.control(),
                phones.watch());
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        pbx.close();
    }
}
