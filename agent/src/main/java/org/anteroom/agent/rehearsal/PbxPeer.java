package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.net.InetSocketAddress;

/** The way back to one phone: a UDP address or a TCP connection. Sending never waits for an answer. */
interface PbxPeer {

    InetSocketAddress address();

    /** {@code UDP} or {@code TCP}, as a Via header writes it. */
    String transport();

    void send(byte[] message) throws IOException;
}
