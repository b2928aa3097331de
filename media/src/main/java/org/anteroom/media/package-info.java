/**
 * Sound on the wire: RTP and RTCP, codecs, jitter buffer, media clock, player, DTMF, bridge, recording tap.
 *
 * <p>Knows nothing of SIP, patients or speech. Everything is 8 kHz mono; a frame is 20 ms (160 samples).
 */
package org.anteroom.media;
