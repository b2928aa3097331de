package org.anteroom.agent.watch;

import java.util.Locale;

/** Every figure the receptionist publishes, with its help text and unit; {@code packaging/docs/watching.md} is made of it. */
public enum Metric {
    CALLS_OFFERED(Kind.COUNTER, "incoming calls offered by the PBX"),
    CALLS_ANSWERED(Kind.COUNTER, "incoming calls answered"),
    CALLS_REFUSED(Kind.COUNTER, "incoming calls refused at the door: too many, or not fit to serve"),
    CALLS_LOOPED(Kind.TALLY, "incoming calls refused because one of our own outbound legs caused them"),
    CALLS_FAILED(Kind.COUNTER, "calls ended by a programming error"),
    RETURN_CALLS_RUNG(
            Kind.COUNTER,
            "calls to a number on file, for callers who asked for it to show who they are; not those that gave way"),
    RETURN_CALLS_TAKEN(
            Kind.COUNTER,
            "such calls that somebody took by key and that went on; each counts among those answered too"),
    CALLS_ACTIVE(Kind.GAUGE, "calls in progress"),
    CALLS_MOST(Kind.GAUGE, "callers that are let in at once"),
    CALLS_MAILBOXES(Kind.GAUGE, "mailboxes of calls, rehearsals and calls whose caller has gone included"),
    CALLS_MAILBOX_DROPPED(Kind.COUNTER, "events dropped because the mailbox of a call was full"),
    ANSWER_SECONDS(Kind.HISTOGRAM, "seconds from the end of the caller's speech to the first audio of our answer"),
    BARGE_IN_SECONDS(Kind.HISTOGRAM, "seconds from speech of the caller over a prompt until the prompt has stopped"),
    BARGE_INS(Kind.COUNTER, "times a caller spoke over a prompt and stopped it"),
    RECORDING_FRAMES_DROPPED(Kind.COUNTER, "20 ms frames missing from recordings because the disk was too slow"),
    PROMPTS_REJECTED(Kind.COUNTER, "spoken sentences that failed their check and were not played"),
    EMERGENCY_ALARMS(Kind.COUNTER, "alarms decided by the emergency detector"),
    EMERGENCY_CONCERNS(Kind.COUNTER, "concerns decided by the emergency detector"),
    EMERGENCY_BRIDGED(Kind.COUNTER, "emergencies taken by a person and bridged"),
    EMERGENCY_HANDED_BACK(Kind.COUNTER, "emergencies handed to the PBX after a person had taken them"),
    EMERGENCY_ROUNDS_FAILED(Kind.COUNTER, "rounds of the on-call plan in which nobody accepted"),
    EMERGENCY_INVITE_SECONDS(
            Kind.HISTOGRAM,
            "seconds from the end of the decisive word of an emergency to the INVITE to the people on call"),
    EMERGENCY_BRIDGE_SECONDS(Kind.HISTOGRAM, "seconds from the key of the person on call until both hear each other"),
    EMERGENCY_SILENCE_SECONDS(
            Kind.HISTOGRAM, "seconds from the decision on an emergency until our own speech has stopped"),
    EMERGENCY_DISCARDED_OWN_VOICE(Kind.COUNTER, "emergency hits discarded because we were saying the words ourselves"),
    EMERGENCY_OVERRULED(
            Kind.COUNTER,
            "phrases, doubtful or taken back by the recogniser, that the meaning of the whole turn spoke against"),
    EMERGENCY_FALSE_ALARMS(Kind.COUNTER, "emergencies that who took them said were none"),
    EMERGENCY_UNSCORED(Kind.COUNTER, "clauses of callers whose meaning could not be judged; rules and keys still were"),
    DIALOGUE_FAILURES(Kind.COUNTER, "exceptions in the conversation, each sends the caller to a person"),
    DIALOGUE_UNMEANT(
            Kind.COUNTER,
            "finished turns that went to the conversation without what they are for: it could not be found out in time"),
    SIP_REGISTRATIONS(Kind.TALLY, "successful registrations at the PBX"),
    SIP_REGISTRATION_FAILURES(Kind.TALLY, "registrations refused or unanswered"),
    SIP_DROPPED_FOREIGN(Kind.TALLY, "SIP packets dropped because they did not come from the PBX"),
    SIP_MALFORMED(Kind.TALLY, "SIP messages that could not be parsed or broke a limit"),
    SIP_FAILURES(Kind.TALLY, "errors caught at the boundary of a SIP thread"),
    SIP_REGISTERED(Kind.GAUGE, "1 while registered at the PBX, else 0"),
    SIP_DIALOGS(Kind.GAUGE, "SIP dialogs held by the stack"),
    SIP_TRANSACTIONS(Kind.GAUGE, "SIP transactions held by the stack"),
    SIP_LEGS(Kind.GAUGE, "legs held by the line"),
    SIP_CONNECTIONS(Kind.GAUGE, "TCP connections to the PBX; idle ones may stay"),
    RTP_PORTS(Kind.GAUGE, "RTP ports in use"),
    RTP_PORTS_MOST(Kind.GAUGE, "RTP ports that there are"),
    RTP_PACKETS_IN(Kind.TALLY, "RTP packets received and used"),
    RTP_PACKETS_OUT(Kind.TALLY, "RTP packets sent"),
    RTP_MALFORMED(Kind.TALLY, "datagrams on RTP ports that are not RTP"),
    RTP_FOREIGN(Kind.TALLY, "RTP packets dropped because of their source"),
    RTP_LATE(Kind.TALLY, "RTP packets that came too late to be played"),
    RTP_LOST(Kind.TALLY, "RTP packets that never came, counted when their stream ends"),
    RTP_CONCEALED(Kind.TALLY, "frames concealed because their packet was missing"),
    RTP_CLOCK_OVERRUNS(Kind.TALLY, "ticks of the media clock that took longer than 20 ms"),
    SPEECH_FRAMES_DROPPED(Kind.TALLY, "20 ms frames of callers that the recogniser could not take in time"),
    SPEECH_RECOGNISERS_SPARE(Kind.GAUGE, "warmed recognisers waiting for a call"),
    SPEECH_RECOGNISERS_BUSY(Kind.GAUGE, "recognisers that listen to a call"),
    RECORDS_UNITS(Kind.COUNTER, "units of work committed to the database"),
    RECORDS_TRANSACTIONS(Kind.COUNTER, "transactions committed to the database; units are committed in groups"),
    RECORDS_FAILURES(Kind.COUNTER, "units of work that could not be committed"),
    RECORDS_REFUSED(Kind.COUNTER, "units of work refused because the queue of the writer was full"),
    RECORDS_QUEUE(Kind.GAUGE, "units of work waiting for the writer"),
    ALARMS_RAISED(Kind.COUNTER, "alarms raised; the same one raised again while it is open is not counted"),
    ALARMS_REPEATED(Kind.COUNTER, "times an alarm was raised again while it was open"),
    ALARMS_CHANNEL_FAILURES(Kind.COUNTER, "attempts of a channel to send an alarm that failed"),
    ALARMS_GIVEN_UP(Kind.COUNTER, "messages about alarms that a channel gave up after its last attempt"),
    ALARMS_QUEUE_FULL(Kind.COUNTER, "messages about alarms that waited longer because the queue of a channel was full"),
    ALARMS_UNACKNOWLEDGED(Kind.GAUGE, "grave alarms that nobody has acknowledged or cleared"),
    ALARMS_OPEN(Kind.GAUGE, "alarms nobody has cleared"),
    TEXTS_SENT(Kind.COUNTER, "one-time codes that the gateway for texts took"),
    TEXTS_FAILED(Kind.COUNTER, "one-time codes that could not be handed to the gateway for texts"),
    TEXTS_UNSENDABLE(Kind.COUNTER, "one-time codes for a number on file that takes no texts"),
    CONTROL_CONNECTIONS(Kind.GAUGE, "commands that the control socket serves at this moment"),
    CONTROL_REFUSED(Kind.COUNTER, "connections to the control socket that were refused or broke off"),
    WATCH_CONNECTIONS(Kind.GAUGE, "connections to the port of these figures"),
    WATCH_REFUSED(Kind.COUNTER, "requests to the port of these figures that were refused, too slow or too many"),
    CONDITION_OK(Kind.LABELLED, "condition", "1 where a condition of health is in order, else 0"),
    READY(Kind.GAUGE, "1 while every call is served: registered, fit, not for emergencies only; else 0"),
    BUILD_INFO(Kind.LABELLED, "version", "always 1; the label is the version that runs"),
    UPTIME_SECONDS(Kind.GAUGE, "seconds since the service started"),
    PROCESS_CPU_SECONDS(Kind.TALLY, "processor time of the process in seconds"),
    PROCESS_RESIDENT_MEMORY_BYTES(Kind.GAUGE, "resident memory of the process in bytes"),
    PROCESS_HEAP_BYTES(Kind.GAUGE, "used heap of the Java machine in bytes"),
    PROCESS_THREADS(Kind.GAUGE, "Java threads of the process"),
    PROCESS_OPEN_FDS(Kind.GAUGE, "open file descriptors of the process"),
    PROCESS_MAX_FDS(Kind.GAUGE, "file descriptors that the process may open");

    /** How a figure behaves and where it is kept. */
    public enum Kind {
        /** Only grows; counted by {@link Counters#increment}. */
        COUNTER("counter"),
        /** Only grows; kept by its owner and read by a supplier given to {@link Counters#tally}. */
        TALLY("counter"),
        /** Goes up and down; read from its owner by a supplier given to {@link Counters#gauge}. */
        GAUGE("gauge"),
        /** A gauge with one row for each value of its label, see {@link Counters#labelled}. */
        LABELLED("gauge"),
        /** Lengths of time, counted by size: {@link Counters#observe}. */
        HISTOGRAM("histogram");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type as Prometheus calls it. */
        String type() {
            return type;
        }

        private boolean onlyGrows() {
            return this == COUNTER || this == TALLY;
        }
    }

    private final Kind kind;
    private final String label;
    private final String help;

    Metric(Kind kind, String help) {
        this(kind, "", help);
    }

    Metric(Kind kind, String label, String help) {
        this.kind = kind;
        this.label = label;
        this.help = help;
    }

    public Kind kind() {
        return kind;
    }

    /** The name of the label whose values are a fixed few; empty where there is none. */
    String label() {
        return label;
    }

    /** What it counts, in words and with its unit. */
    public String help() {
        return help;
    }

    /** The published name, for example {@code anteroom_calls_answered_total}. */
    public String publishedName() {
        return "anteroom_" + name().toLowerCase(Locale.ROOT) + (kind.onlyGrows() ? "_total" : "");
    }
}
