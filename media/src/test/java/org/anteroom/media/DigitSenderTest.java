package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitSenderTest {
    private final DigitSender sender = new DigitSender();

    private List<String> ticks(int count) {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (sender.tick() == DigitSender.Act.SOUND) {
                sent.add("-");
            } else {
                sent.add((sender.first() ? "M" : "") + sender.event() + (sender.end() ? "E" : "") + sender.duration());
                sender.sent();
            }
        }
        return sent;
    }

    @Test
    void sendsRisingDurationsThreeEndsAndAPause() {
        sender.send('5', 60);
        sender.send('#', 40);
        assertThat(ticks(16))
                .containsExactly(
                        "M5160", "5320", "5480", "5E480", "5E480", "5E480", "-", "-", "-", "M11160", "11320", "11E320",
                        "11E320", "11E320", "-", "-");
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> sender.send('x', 100)).hasMessageContaining("not a key");
        assertThatThrownBy(() -> sender.send('1', 20)).hasMessageContaining("40-8000 ms");
    }

    @Test
    void sendsTonesToThoseWhoKnowNoEvents() {
        sender.send('8', 100);
        Sound tone = sender.nextAsTone();
        short[] pcm = new short[800];
        assertThat(tone.read(pcm, 0, 800)).isEqualTo(800);
        assertThat(tone.read(pcm, 0, 1)).isEqualTo(-1);
        assertThat(new ToneDetector(852).purity(pcm, 40, 720)).isBetween(0.4, 0.6);
        assertThat(new ToneDetector(1336).purity(pcm, 40, 720)).isBetween(0.4, 0.6);
        assertThat(sender.nextAsTone()).isNull();
    }
}
