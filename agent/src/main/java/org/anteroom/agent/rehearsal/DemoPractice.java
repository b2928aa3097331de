package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.rehearsal.PbxPlan.Extension;

/** The practice of the demo: its PBX plan and the agent's configuration, all made up, all in one folder that the demo
 *  throws away.
 */
final class DemoPractice {

    static final String DOMAIN = "practice.example";
    static final String AGENT = "100";
    static final String NUMBER = "5550100";
    static final String ON_CALL = "201";
    static final List<String> CALLERS = List.of("2125550111", "2125550122", "2125550133");
    /** What the first caller gives as number to call back. */
    static final String SPOKEN_NUMBER = "2125550173";

    private static final String PASSWORD = "rehearsal";

    private DemoPractice() {}

    static PbxPlan pbx(InetSocketAddress address) {
        return new PbxPlan(
                address,
                DOMAIN,
                List.of(
                        new Extension(AGENT, PASSWORD),
                        new Extension(ON_CALL, PASSWORD),
                        new Extension(CALLERS.get(0), PASSWORD),
                        new Extension(CALLERS.get(1), PASSWORD),
                        new Extension(CALLERS.get(2), PASSWORD)),
                Map.of(NUMBER, AGENT),
                Map.of());
    }

    static PhoneSettings phone(DemoPbx pbx, String extension) {
        return PhoneSettings.of(pbx, DOMAIN, extension, PASSWORD);
    }

    /** Writes the configuration of the agent.
     *
     *  @param sipPort a free port of our own
     */
    static Path configure(Path folder, DemoPbx pbx, int sipPort) throws IOException {
        String text =
                """
                [practice]
                name = "Maple Street Clinic"
                type = "medical"
                timezone = "America/New_York"
                address = "12 Maple Street"
                phone = "5550100"

                [practice.hours]
                monday = ["08:00-12:00", "13:00-17:00"]
                tuesday = ["08:00-12:00", "13:00-17:00"]
                wednesday = ["08:00-12:00", "13:00-17:00"]
                thursday = ["08:00-12:00", "13:00-17:00"]
                friday = ["08:00-12:00"]

                [sip]
                pbx = "%s"
                pbx-port = %d
                domain = "%s"
                user = "%s"
                password = "%s"
                bind = "127.0.0.1"
                port = %d

                [media]
                bind = "127.0.0.1"

                [speech]
                expected-calls = 2

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
                                pbx.address().getAddress().getHostAddress(),
                                pbx.address().getPort(),
                                DOMAIN,
                                AGENT,
                                PASSWORD,
                                sipPort,
                                ON_CALL);
        return Files.writeString(folder.resolve("anteroom.toml"), text);
    }
}
