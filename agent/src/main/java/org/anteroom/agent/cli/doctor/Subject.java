package org.anteroom.agent.cli.doctor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that is checked, in the order it is shown. {@code doctor.md} has a row for each. */
public enum Subject {
    JAVA(Topic.MACHINE, "Java is 17 or newer, 64-bit x86"),
    NATIVES(Topic.MACHINE, "recogniser, sentence model and echo canceller load their native parts"),
    CLOCK(Topic.MACHINE, "the clock is set, and kept by a time server"),
    TIME_ZONE(Topic.MACHINE, "the practice's time zone is a place, and its rules are recent"),
    DISK(Topic.MACHINE, "space and inodes where records, configuration and logs are"),
    LOCAL_DISK(Topic.MACHINE, "the records lie on a local disk"),
    ENTROPY(Topic.MACHINE, "random numbers come without waiting"),
    MEMORY(Topic.MACHINE, "enough memory for the configured calls; limits of the service; swap"),
    CAPACITY(Topic.MACHINE, "this machine decodes speech fast enough for calls.simultaneous"),
    FILE_LIMIT(Topic.MACHINE, "enough files and sockets may be open"),
    VERSION(Topic.INSTALLATION, "the running service is the installed version"),
    UNIT(Topic.INSTALLATION, "systemd starts the service at boot, watches it, and has read its unit"),
    KEY(Topic.INSTALLATION, "the key of the records is there, for the service only, outside the data"),
    FILE_MODES(Topic.INSTALLATION, "configuration and password files are not for everybody"),
    LEFTOVERS(Topic.INSTALLATION, "no marker is left that would delete the records on purge"),
    CONFIGURATION(Topic.CONFIGURATION, "the configuration is valid"),
    DOUBTS(Topic.CONFIGURATION, "nothing in it is valid but surely not meant"),
    CALENDARS(Topic.CONFIGURATION, "the providers' own calendars can be read and used"),
    KEPT_PLAN(Topic.CONFIGURATION, "the plan for emergencies is kept, and is the configuration's"),
    ADDRESS(Topic.TELEPHONE, "sip.bind is this machine's, and a route leads to the PBX"),
    PORTS(Topic.TELEPHONE, "the SIP port and those for sound are free, or ours"),
    DNS(Topic.TELEPHONE, "the PBX's name is resolved, to which addresses, and how fast"),
    FIREWALL(Topic.TELEPHONE, "no rule of this machine drops what the PBX sends"),
    PBX(Topic.TELEPHONE, "the PBX answers OPTIONS at every address of its name; its make"),
    REGISTRATION(Topic.TELEPHONE, "the extension is registered, or can be"),
    CODECS(Topic.TELEPHONE, "the PBX offers PCMU or PCMA, and keys as events"),
    ECHO(Topic.TELEPHONE, "a call through the PBX carries sound both ways"),
    TRUNK(Topic.TELEPHONE, "the trunk has channels enough for an emergency"),
    TEXTS(Topic.TELEPHONE, "the gateway for texts lets Anteroom log in"),
    ON_CALL_PLAN(Topic.PEOPLE, "somebody is on call at any time of the next 30 days"),
    NUMBERS(Topic.PEOPLE, "on-call numbers can be dialled, and none is Anteroom's own"),
    ON_CALL_TEST(Topic.PEOPLE, "everybody on call was rung for a test, and confirmed"),
    HOLIDAYS(Topic.PEOPLE, "federal holidays of the next 60 days are in the configuration"),
    VOCABULARY(Topic.PEOPLE, "the recogniser can hear the names that callers say"),
    DRILL(Topic.PEOPLE, "the last drill passed, and is not too old"),
    FALL_BACK(Topic.PEOPLE, "the PBX's fall-back was proved"),
    RECORDS(Topic.RECORDS, "the database is whole"),
    RECORDS_WRITTEN(Topic.RECORDS, "something was stored lately"),
    DISK_LATENCY(Topic.RECORDS, "the disk takes a write within a moment"),
    AUDIT(Topic.RECORDS, "the audit trail is unbroken"),
    ALARMS(Topic.WATCHING, "somebody is told when something breaks, and channels can be used"),
    ALARM_TEST(Topic.WATCHING, "the alarm channels were tried, and carried"),
    CONDITIONS(Topic.WATCHING, "the running service finds itself well");

    /** What a subject is about. */
    public enum Topic {
        MACHINE,
        INSTALLATION,
        CONFIGURATION,
        TELEPHONE,
        PEOPLE,
        RECORDS,
        WATCHING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Topic topic;
    private final String holds;

    Subject(Topic topic, String holds) {
        this.topic = topic;
        this.holds = holds;
    }

    public Topic topic() {
        return topic;
    }

    /** What holds when it is well. */
    public String holds() {
        return holds;
    }

    /** Its name on the command line and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Subject> of(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word().equals(word))
                .findFirst();
    }
}
