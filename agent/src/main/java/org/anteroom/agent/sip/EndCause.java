package org.anteroom.agent.sip;

/** Why a leg ended. */
public enum EndCause {
    /** The peer sent BYE. */
    REMOTE_HANG_UP,
    /** The caller cancelled before we answered. */
    CANCELLED,
    /** We hung up, cancelled or refused. */
    LOCAL_HANG_UP,
    /** The called party didn't answer within the ring time; it was cancelled. */
    NO_ANSWER,
    /** The PBX didn't respond at all: down, booting, or unreachable. */
    NO_RESPONSE,
    /** Our 200 was never acknowledged, or an in-dialog request was lost (RFC 3261 section 13.3.1.4). */
    PEER_GONE,
    /** The session timer ran out without a refresh (RFC 4028). */
    SESSION_EXPIRED,
    /** No codec or transport both sides know, or a session description nobody can read. */
    NO_COMMON_MEDIA,
    /** The line was closed. */
    LINE_CLOSED,
    /** A fault of ours, counted. */
    FAULT
}
