package org.anteroom.agent.watch;

import java.util.Locale;

/** Every figure the receptionist publishes, with its help text and unit. Counters only grow, gauges are read when asked. */
public enum Metric {
    CALLS_OFFERED(Kind.COUNTER, "incoming calls offered by the PBX"),
    CALLS_ANSWERED(Kind.COUNTER, "incoming calls answered"),
    CALLS_REFUSED(Kind.COUNTER, "incoming calls refused at the door: too many, or not fit to serve"),
    CALLS_LOOPED(Kind.GAUGE, "incoming calls refused because one of our own outbound legs caused them"),
    CALLS_FAILED(Kind.COUNTER, "calls ended by a programming error"),
    CALLS_ACTIVE(Kind.GAUGE, "calls in progress"),
    CALLS_MAILBOX_DROPPED(Kind.COUNTER, "events dropped because the mailbox of a call was full"),
    BARGE_INS(Kind.COUNTER, "times a caller spoke over a prompt and stopped it"),
    RECORDING_FRAMES_DROPPED(Kind.COUNTER, "20 ms frames missing from recordings because the disk was too slow"),
    PROMPTS_REJECTED(Kind.COUNTER, "spoken sentences that failed their check and were not played"),
    EMERGENCY_ALARMS(Kind.COUNTER, "alarms decided by the emergency detector"),
    EMERGENCY_CONCERNS(Kind.COUNTER, "concerns decided by the emergency detector"),
    EMERGENCY_BRIDGED(Kind.COUNTER, "emergencies taken by a person and bridged"),
    EMERGENCY_HANDED_BACK(Kind.COUNTER, "emergencies handed to the PBX after a person had taken them"),
    EMERGENCY_ROUNDS_FAILED(Kind.COUNTER, "rounds of the on-call plan in which nobody accepted"),
    EMERGENCY_DISCARDED_OWN_VOICE(Kind.COUNTER, "emergency hits discarded because we were saying the words ourselves"),
    EMERGENCY_OVERRULED(
            Kind.COUNTER,
            "phrases, doubtful or taken back by the recogniser, that the meaning of the whole turn spoke against"),
    EMERGENCY_FALSE_ALARMS(Kind.COUNTER, "emergencies that who took them said were none"),
    EMERGENCY_UNSCORED(Kind.COUNTER, "clauses of callers whose meaning could not be judged; rules and keys still were"),
    DIALOGUE_FAILURES(Kind.COUNTER, "exceptions in the conversation, each sends the caller to a person"),
    SIP_REGISTRATIONS(Kind.GAUGE, "successful registrations at the PBX"),
    SIP_REGISTRATION_FAILURES(Kind.GAUGE, "registrations refused or unanswered"),
    SIP_DROPPED_FOREIGN(Kind.GAUGE, "SIP packets dropped because they did not come from the PBX"),
    SIP_MALFORMED(Kind.GAUGE, "SIP messages that could not be parsed or broke a limit"),
    SIP_FAILURES(Kind.GAUGE, "errors caught at the boundary of a SIP thread"),
    SIP_DIALOGS(Kind.GAUGE, "SIP dialogs held by the stack"),
    SIP_TRANSACTIONS(Kind.GAUGE, "SIP transactions held by the stack"),
    SIP_LEGS(Kind.GAUGE, "legs held by the line"),
    RTP_PORTS(Kind.GAUGE, "RTP ports in use"),
    RTP_PACKETS_IN(Kind.GAUGE, "RTP packets received and used"),
    RTP_PACKETS_OUT(Kind.GAUGE, "RTP packets sent"),
    RTP_MALFORMED(Kind.GAUGE, "datagrams on RTP ports that are not RTP"),
    RTP_FOREIGN(Kind.GAUGE, "RTP packets dropped because of their source"),
    RTP_LATE(Kind.GAUGE, "RTP packets that came too late to be played"),
    RTP_LOST(Kind.GAUGE, "RTP packets that never came, counted when their stream ends"),
    RTP_CONCEALED(Kind.GAUGE, "frames concealed because their packet was missing"),
    RTP_CLOCK_OVERRUNS(Kind.GAUGE, "ticks of the media clock that took longer than 20 ms"),
    SPEECH_FRAMES_DROPPED(Kind.GAUGE, "20 ms frames of callers that the recogniser could not take in time"),
    SPEECH_RECOGNISERS_SPARE(Kind.GAUGE, "warmed recognisers waiting for a call"),
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
    CONTROL_REFUSED(Kind.COUNTER, "connections to the control socket refused because of their user");

    /** Whether a figure only grows or goes up and down. */
    public enum Kind {
        /** Counted by {@link Counters#increment}. */
        COUNTER,
        /** Read from its owner by a supplier given to {@link Counters#gauge}. */
        GAUGE
    }

    private final Kind kind;
    private final String help;

    Metric(Kind kind, String help) {
        this.kind = kind;
        this.help = help;
    }

    public Kind kind() {
        return kind;
    }

    /** What it counts, in words and with its unit. */
    public String help() {
        return help;
    }

    /** The published name, for example {@code anteroom_calls_answered}. */
    public String publishedName() {
        return "anteroom_" + name().toLowerCase(Locale.ROOT);
    }
}
