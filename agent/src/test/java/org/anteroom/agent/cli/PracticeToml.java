package org.anteroom.agent.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The configuration of a small practice at a PBX on this machine: extension 100, the doctor at 201, records and the control
 *  socket beside the file. Further sections may follow.
 */
final class PracticeToml {

    private PracticeToml() {}

    /** @param password of the extension */
    static String of(int pbxPort, String password) throws IOException {
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
                .formatted(pbxPort, password, freePort());
    }

    /** A port of this machine that nobody has now. */
    static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }
}
