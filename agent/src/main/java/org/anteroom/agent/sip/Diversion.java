package org.anteroom.agent.sip;

/**
 * One step of how a call came to us (RFC 5806 Diversion, RFC 7044 History-Info).
 *
 * @param number the user part of the address that passed the call on
 * @param reason as the PBX wrote it, lower case: unconditional, user-busy, no-answer, time-of-day, unknown
 */
public record Diversion(String number, String reason) {
    @Override
    public String toString() {
        return "Diversion[" + reason + "]";
    }
}
