/**
 * Sound on the wire: RTP and RTCP, G.711, jitter buffer, keys (RFC 4733), player, bridge of two or three legs, taps, echo canceller.
 *
 * <p>Knows nothing of SIP, patients or words. All sound is 8 kHz mono, 16-bit; a frame is 160 samples, 20 ms. Two threads:
 * {@code rtp-in-0} reads packets, {@code rtp-out-0} is the media clock. Nothing on them blocks, logs or allocates per packet.
 */
@NullMarked
package org.anteroom.media;

import org.jspecify.annotations.NullMarked;
