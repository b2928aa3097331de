package org.anteroom.agent.cli.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anteroom.agent.config.ConfigKey;

/** Everything that can be answered: the flag, the key it fills in, and what it may say. */
public enum Answer {
    NAME(StepName.PRACTICE, "TEXT", "practice.name", true, "Name of the practice."),
    TYPE(StepName.PRACTICE, "dental|medical|veterinary|mental-health", "practice.type", true, "Kind of practice."),
    TIMEZONE(StepName.PRACTICE, "ZONE", "practice.timezone", false, "Time zone (default: this machine's)."),
    HOURS(StepName.PRACTICE, "HOURS", "Opening hours, such as \"mon-thu 8-12 13-17, fri 8-12\"."),
    DESK(StepName.PRACTICE, "NUMBER", "desk.number", false, "Extension of the front desk."),
    PBX(StepName.PBX, "HOST", "sip.pbx", true, "Host name or address of the PBX."),
    PBX_PORT(StepName.PBX, "PORT", "sip.pbx-port", false, "Its SIP port (default: 5060)."),
    TRANSPORT(StepName.PBX, "udp|tcp", "sip.transport", false, "How SIP travels (default: udp)."),
    DOMAIN(StepName.PBX, "DOMAIN", "sip.domain", false, "SIP domain, where it isn't the host of the PBX."),
    USER(StepName.EXTENSION, "EXTENSION", "sip.user", true, "Anteroom's extension at the PBX."),
    AUTH_USER(StepName.EXTENSION, "NAME", "sip.auth-user", false, "Its name for authentication, where it differs."),
    PASSWORD_FILE(
            StepName.EXTENSION,
            "FILE",
            "sip.password-file",
            true,
            "File whose first line is its password, readable by the service. A password is no argument: others on the"
                    + " machine would see it."),
    BIND(StepName.EXTENSION, "ADDRESS", "sip.bind", false, "Our own address, where the machine has several."),
    PORT(StepName.EXTENSION, "PORT", "sip.port", false, "Our own SIP port (default: 5060)."),
    TEST_PHONE(StepName.TEST_CALL, "NUMBER", "Rings that phone and asks for a key."),
    ON_CALL(
            StepName.ON_CALL,
            "PHONES",
            "Phones that ring together in an emergency, such as \"Dr. Reed=301, mobile=5550142\". Once for each group,"
                    + " in their order."),
    RING_ON_CALL(StepName.ON_CALL, "yes|no", "Whether everybody on call is rung now, as a test."),
    TRUNK_CHANNELS(
            StepName.TRUNK,
            "NUMBER",
            "calls.trunk-channels",
            false,
            "Calls that the trunk carries at the same time (default: 0, not known)."),
    SIMULTANEOUS(StepName.TRUNK, "NUMBER", "calls.simultaneous", false, "Calls answered at the same time."),
    PROVE_TRUNK(StepName.TRUNK, "yes|no", "Whether the outside phones are rung at once to prove it."),
    DRILL_USER(StepName.DRILL_PHONE, "EXTENSION", "drill.user", false, "Extension that plays the caller in drills."),
    DRILL_PASSWORD_FILE(
            StepName.DRILL_PHONE, "FILE", "drill.password-file", false, "File whose first line is its password."),
    AUTO_USER(
            StepName.DRILL_PHONE,
            "EXTENSION",
            "drill.auto-user",
            false,
            "Extension of the automatic phone (default: that of --drill-user)."),
    AUTO_PASSWORD_FILE(
            StepName.DRILL_PHONE, "FILE", "drill.auto-password-file", false, "File whose first line is its password."),
    DIAL(StepName.DRILL_PHONE, "NUMBER", "drill.dial", false, "What a drill dials, best the practice's number."),
    PROVE_FALL_BACK(StepName.FALL_BACK, "yes|no", "Whether Anteroom is called while it is not registered."),
    START(StepName.DRILL, "yes|no", "Whether the installed service is started, or started again."),
    RUN_DRILL(StepName.DRILL, "yes|no", "Whether the service makes a drill.");

    /** Four numbers with dots, none longer than three digits, as no phone number is written. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\d{1,2}|[01]\\d\\d|2[0-4]\\d|25[0-5])(?:\\.\\d{1,3}){3}");

    private final StepName step;
    private final String label;
    private final String key;
    private final boolean needed;
    private final String help;

    Answer(StepName step, String label, String key, boolean needed, String help) {
        this.step = step;
        this.label = label;
        this.key = key;
        this.needed = needed;
        this.help = help;
    }

    Answer(StepName step, String label, String help) {
        this.step = step;
        this.label = label;
        this.key = "";
        this.needed = false;
        this.help = help;
    }

    /** As it is written on a command line. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands for its value in the help. */
    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** Whether it may be given more than once. */
    public boolean repeatable() {
        return this == ON_CALL;
    }

    StepName step() {
        return step;
    }

    /** The key it fills in; empty where it is none, or more than one. */
    String key() {
        return key;
    }

    /** Whether there is no configuration without it. */
    boolean needed() {
        return needed || this == ON_CALL;
    }

    /** Whether it is one number that is rung, now or by the service. */
    boolean dialled() {
        return this == TEST_PHONE || this == DESK || this == DIAL;
    }

    /** What is wrong with a value; empty when it is fine. */
    Optional<String> problem(String value) {
        return switch (this) {
            case HOURS -> OpeningHours.problem(value);
            case ON_CALL -> OnCallEntry.problem(value);
            case TEST_PHONE -> ConfigKey.problem("desk.number", value).or(() -> dialling(value));
            case DESK, DIAL -> ConfigKey.problem(key, value).or(() -> dialling(value));
            case RING_ON_CALL, PROVE_TRUNK, PROVE_FALL_BACK, START, RUN_DRILL -> yesOrNo(value);
            default -> ConfigKey.problem(key, value);
        };
    }

    private static Optional<String> dialling(String value) {
        return ADDRESS.matcher(value).matches()
                ? Optional.of("is the address of a machine; give the number that a desk phone would dial")
                : Services.publicOne(value);
    }

    private static Optional<String> yesOrNo(String value) {
        return value.matches("yes|no") ? Optional.empty() : Optional.of("must be yes or no");
    }
}
