package org.anteroom.media;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The echo canceller of WebRTC (AEC3), which estimates the delay of the echo itself. Its native needs libpulse0 and more. */
final class WebrtcEchoCanceller implements EchoCanceller {
    private static final int PART = Pcm.FRAME / 2;

    private final AudioProcessing processing = new AudioProcessing();
    private final AudioProcessingStreamConfig format = new AudioProcessingStreamConfig(Pcm.RATE, 1);
    private final byte[] in = new byte[PART * Short.BYTES];
    private final byte[] out = new byte[PART * Short.BYTES];
    private final ByteBuffer inSamples = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer outSamples = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);

    WebrtcEchoCanceller() {
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = true;
        config.echoCanceller.enforceHighPassFiltering = false;
        config.gainControl.enabled = false;
        config.noiseSuppression.enabled = false;
        processing.applyConfig(config);
    }

    @Override
    public void cancel(short[] near, short[] far, short[] cleaned) {
        for (int from = 0; from < Pcm.FRAME; from += PART) {
            load(far, from);
            check(processing.processReverseStream(in, format, format, out));
            load(near, from);
            processing.setStreamDelayMs(0);
            check(processing.processStream(in, format, format, out));
            for (int i = 0; i < PART; i++) {
                cleaned[from + i] = outSamples.getShort(i * Short.BYTES);
            }
        }
    }

    private static void check(int error) {
        if (error != 0) {
            throw new IllegalStateException("WebRTC audio processing refused a frame with error " + error);
        }
    }

    private void load(short[] samples, int from) {
        for (int i = 0; i < PART; i++) {
            inSamples.putShort(i * Short.BYTES, samples[from + i]);
        }
    }

    @Override
    public void close() {
        processing.dispose();
    }
}
