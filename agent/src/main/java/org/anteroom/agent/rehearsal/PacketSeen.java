package org.anteroom.agent.rehearsal;

/** One RTP packet as it passed a phone's network side.
 *
 *  @param nanos {@link System#nanoTime()} when it had been read from the socket
 *  @param incoming whether it came to the phone
 *  @param payloadType RTP payload type, 0-127
 *  @param sequence RTP sequence number, 0-65535
 *  @param timestamp RTP timestamp, in samples
 *  @param rms loudness of its samples on the 16-bit scale; 0 when the payload is neither PCMU nor PCMA
 */
public record PacketSeen(long nanos, boolean incoming, int payloadType, int sequence, long timestamp, double rms) {

    /** About -37 dBFS: above the noise of a line and of comfort tones, below any speech. */
    public static final double SPEECH_RMS = 450;

    public boolean loud() {
        return rms >= SPEECH_RMS;
    }
}
