package org.anteroom.agent.cli;

import org.anteroom.agent.interop.FreePort;

/** The configuration of a small practice at a PBX on this machine: extension 100, the doctor at 201, records and the control
 *  socket beside the file. Further sections may follow.
 */
final class PracticeToml {

    private static final int SOUND_PORTS = 60;

    private PracticeToml() {}

    /** @param password of the extension */
    static String of(int pbxPort, String password) {
        int sound = (FreePort.of(SOUND_PORTS + 1) + 1) / 2 * 2;
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
                [media]
                first-port = %d
                last-port = %d
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
                .formatted(pbxPort, password, FreePort.of(1), sound, sound + SOUND_PORTS - 1);
    }
}
