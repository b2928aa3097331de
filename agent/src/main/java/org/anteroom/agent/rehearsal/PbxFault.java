package org.anteroom.agent.rehearsal;

/** What a {@link DemoPbx} answers for an extension it was told to fail, instead of ringing it. */
public enum PbxFault {
    MOVED(302, "Moved Temporarily"),
    NOT_FOUND(404, "Not Found"),
    TIMED_OUT(408, "Request Timeout"),
    UNAVAILABLE(480, "Temporarily Unavailable"),
    BUSY(486, "Busy Here"),
    FAULTY(500, "Server Internal Error"),
    BROKEN(503, "Service Unavailable"),
    BUSY_EVERYWHERE(600, "Busy Everywhere"),
    DECLINED(603, "Decline"),
    /** 100 Trying and then nothing, until the caller cancels. */
    SILENT(0, "");

    final int status;
    final String reason;

    PbxFault(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    /** What it answers; 0 for nothing. */
    public int status() {
        return status;
    }
}
