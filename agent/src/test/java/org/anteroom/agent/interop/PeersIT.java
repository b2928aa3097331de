package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers themselves: when this fails, what the other interop tests say about the agent is worth nothing. */
@Tag("interop")
class PeersIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void twoTelephonesTalkThroughThePbx() throws Exception {
        Path tone = new Timeline().tone(440, Duration.ofSeconds(20)).write(folder.resolve("tone.wav"));
        try (Kamailio pbx = Kamailio.start(folder);
                Baresip callee = phone(pbx, "202", Baresip.Answer.AT_ONCE, tone);
                Baresip caller = phone(pbx, "201", Baresip.Answer.BY_HAND, tone)) {
            caller.dial("202");
            assertThat(caller.awaitEstablished(SOON)).as(caller.output()).isTrue();
            assertThat(callee.awaitEstablished(SOON)).isTrue();
            assertThat(grows(callee.heard(), 16_000)).isTrue();
            caller.hangUp();
            assertThat(callee.awaitEnded(SOON)).isTrue();
            byte[] wav = Files.readAllBytes(callee.heard());
            assertThat(wav.length).isGreaterThan(16_000);
            assertThat(loudest(wav)).isGreaterThan(1_000);
        }
    }

    private Baresip phone(Kamailio pbx, String extension, Baresip.Answer answer, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, answer, plays);
    }

    private static boolean grows(Path file, long bytes) throws Exception {
        return Eventually.holds(() -> Files.size(file) >= bytes, SOON);
    }

    private static int loudest(byte[] wav) {
        ByteBuffer samples = ByteBuffer.wrap(wav, 44, wav.length - 44).order(ByteOrder.LITTLE_ENDIAN);
        int loudest = 0;
        while (samples.remaining() >= 2) {
            loudest = Math.max(loudest, Math.abs(samples.getShort()));
        }
        return loudest;
    }
}
