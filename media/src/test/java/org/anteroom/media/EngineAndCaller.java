package org.anteroom.media;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An engine and the wire of one caller at it: real packets over the loopback. */
abstract class EngineAndCaller {
    final MediaCounters counters = new MediaCounters();
    MediaEngine engine;
    Wire caller;

    @BeforeEach
    void start() throws IOException {
        engine = Engines.engine(counters);
        caller = new Wire();
    }

    @AfterEach
    void stop() throws Exception {
        caller.close();
        engine.close();
    }

    RtpPort connected(Wire wire) throws IOException {
        RtpPort port = engine.open();
        port.connect(wire.description());
        return port;
    }
}
