package org.anteroom.agent.cli;

import org.anteroom.agent.interop.FreePort;

/** The configuration of a small practice at a PBX on this machine: extension 100, the doctor at 201, records and the control
 *  socket beside the file. Further sections may follow.
 */
final class PracticeToml {

    private PracticeToml() {}

    /** @param password of the extension */
    static String of(int pbxPort, String password) {
        return """
                [practice]
                name = "Test Clinic"
                type = "medical"
                timezone = "UTC"
                [sip]
                pbx = "127.0.0.1"
                pbx-port = %d
                domain = "practice.test"
                user = "100"
                password = "%s"
                bind = "127.0.0.1"
                port = %d
                [[oncall.group]]
                name = "on call"
                [[oncall.group.target]]
                name = "doctor"
                number = "201"
                [records]
                folder = "records"
                key-file = "records.key"
                [control]
                socket = "control"
                """
                .formatted(pbxPort, password, FreePort.of(1));
    }
}
