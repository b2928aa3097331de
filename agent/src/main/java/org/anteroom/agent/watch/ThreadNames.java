package org.anteroom.agent.watch;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The names of the threads the agent owns. Those of media (rtp-in, rtp-out) and speech (ear, voice) name themselves. */
public final class ThreadNames {
    /** Mailboxes of calls. */
    public static final String CALL = "call";
    /** Part of the call pool that only the emergency lane uses. */
    public static final String CALL_EMERGENCY = "call-emergency";
    /** Steps of conversations, beside the mailboxes: one that never returns costs a thread of these only. */
    public static final String CALL_TALK = "call-talk";
    /** Looks after promised call-backs. */
    public static final String CALL_BACK = "call-back";
    /** Writes recordings. */
    public static final String CALL_RECORDER = "call-recorder";
    /** Judges the meaning of what callers say. */
    public static final String MIND = "mind";
    /** Finds out what finished turns are for. */
    public static final String MIND_TURNS = "mind-turns";
    /** Timers of calls: they only post to mailboxes. */
    public static final String CALL_TIMER = "call-timer";
    /** The workers and timers of the SIP room. */
    public static final String SIP = "sip";
    /** The one writer of the database. */
    public static final String RECORDS_WRITER = "records-writer";
    /** Tells people of alarms: one thread for each channel, named after it, and one clock. */
    public static final String NOTICE = "notice";
    /** Sends texts; the session with the gateway has threads of its library beside it. */
    public static final String TEXT = "text";
    /** Looks from time to time at what changes slowly: the key, the rotas, old lines. */
    public static final String ROUNDS = "rounds";
    /** Accepts and serves commands on the control socket. */
    public static final String CONTROL = "control";

    /** Answers what is asked about figures and health. */
    public static final String WATCH = "watch";

    /** Compares names and PINs of callers with those of patients. */
    public static final String RECEPTION = "reception";

    /** Compares PINs and writes hand-overs by phone. */
    public static final String HAND_OVER = "hand-over";
    /** Rings again whoever has not heard the outcome of one. */
    public static final String HAND_OVER_TOLD = "hand-over-told";

    /** Compares PINs and writes overrides by phone. */
    public static final String STAFF = "staff";

    /** Makes the checks of anteroom doctor. */
    public static final String DOCTOR = "doctor";

    /** Makes the drills that are due. */
    public static final String DRILL = "drill";

    /** Feeds the service manager's watchdog while all is well. */
    public static final String WATCHDOG = "watchdog";

    /** Make what a start consists of, beside each other. */
    public static final String START = "start";

    private ThreadNames() {}

    /** Makes daemon threads called {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory numbered(String name) {
        AtomicInteger next = new AtomicInteger(1);
        return task -> daemon(task, name + "-" + next.getAndIncrement());
    }

    /** Makes daemon threads that all have this name: for an executor of one thread. */
    public static ThreadFactory named(String name) {
        return task -> daemon(task, name);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
