package org.anteroom.agent.rehearsal;

/** One SIP message as it arrived at the PBX: the figures of a rehearsal are taken from these.
 *
 *  @param nanos {@link System#nanoTime()} when the packet had been read
 *  @param method of the request, or of the request a response answers
 *  @param status of a response, 0 for a request
 *  @param from user part of the From address
 *  @param to user part of the To address
 *  @param target extension a request was sent on to; empty when it went nowhere
 */
public record SipSeen(long nanos, String method, int status, String from, String to, String target, String callId) {}
