package org.anteroom.agent.sip;

/** What a line counts. */
public enum SipCount {
    /** Datagrams from an address that is not the PBX's, dropped unread. */
    FOREIGN_DATAGRAMS,
    /** TCP connections from an address that is not the PBX's, closed unread. */
    FOREIGN_CONNECTIONS,
    /** TCP connections of the PBX that were ended, the longest silent one first, to make room for a newer one. */
    CONNECTIONS_ENDED,
    /** Messages over the size limit, dropped. */
    OVERSIZE_MESSAGES,
    /** Datagrams of the PBX over the rate limit, dropped. */
    FLOODED_DATAGRAMS,
    /** Messages that couldn't be parsed, answered 400 or dropped. */
    MALFORMED_MESSAGES,
    /** Calls the PBX sent. */
    CALLS_IN,
    /** Calls we made. */
    CALLS_OUT,
    /** Incoming calls refused because all legs were taken. */
    CALLS_REFUSED_FULL,
    /** Incoming calls refused because the line was withdrawn. */
    CALLS_REFUSED_WITHDRAWN,
    /** Incoming calls that our own outgoing call had caused, refused 486. */
    LOOPS,
    /** Incoming offers that held nothing of ours, refused 488. */
    NO_COMMON_MEDIA,
    /** Sessions that ended because nobody refreshed them. */
    SESSIONS_EXPIRED,
    /** Second answers of a forked call, acknowledged and ended at once. */
    FORKS_ENDED,
    /** Responses that couldn't be sent because the connection was down. */
    RESPONSES_UNSENT,
    /** Registrations the PBX granted, refreshes included. */
    REGISTRATIONS,
    /** Attempts to register that failed. */
    REGISTRATION_FAILURES,
    /** Exceptions and errors caught at a thread boundary. */
    FAULTS,
    /** Probes to our own port that weren't answered in time. */
    PROBES_LOST
}
