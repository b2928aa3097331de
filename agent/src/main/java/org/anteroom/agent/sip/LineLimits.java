package org.anteroom.agent.sip;

/**
 * How much a stranger may send, and how many calls may stand at once.
 *
 * @param legs dialogs at once, both directions; one more incoming call is answered 486
 * @param messageBytes the largest SIP message; larger ones are dropped and counted
 * @param headers the most header lines of one message
 * @param headerBytes the longest header line
 * @param sdpBytes the largest session description
 * @param connections TCP connections the PBX may have open to us at once; one more ends the longest silent one
 * @param datagramsPerSecond the most datagrams taken in one second; more are dropped and counted
 */
public record LineLimits(
        int legs,
        int messageBytes,
        int headers,
        int headerBytes,
        int sdpBytes,
        int connections,
        int datagramsPerSecond) {

    public static LineLimits standard() {
        return new LineLimits(32, 16_384, 96, 2_048, 8_192, 16, 1_000);
    }
}
