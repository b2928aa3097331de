package org.anteroom.agent.config;

import java.util.regex.Pattern;

/** What a string of the configuration may look like. */
enum Form {
    /** Words for people on one line. */
    LINE("\\S(.{0,398}\\S)?", "must be one line of 1 to 400 characters without spaces around it"),
    /** Digits as the PBX dials them: star, hash and a leading plus allowed; spaces, dots, hyphens and brackets are left out. */
    DIALLED(
            "\\+?[0-9*#]{1,32}",
            "must be a number as the PBX dials it: digits, * and #, at most 32, a + only in front"),
    /** Who calls: a number, the beginning of numbers with a star behind it, or callers without one. */
    CALLER(
            "anonymous|\\+?[0-9]{2,20}|\\+?[0-9]{3,19}\\*",
            "must be a caller's number, at least 3 digits with a * behind them for all numbers that begin so, or"
                    + " anonymous"),
    /** Host name or address. */
    HOST(
            "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]{2,45}]?",
            "must be a host name or an IP address"),
    /** User part of a SIP URI, without characters that would need escaping (RFC 3261 section 25.1). */
    USER("[A-Za-z0-9_.!~*'()&=+$,;?/-]{1,64}", "must be 1 to 64 letters, digits or one of -_.!~*'()&=+$,;?/"),
    /** A short name for lists, thread names and logs. */
    ID("[A-Za-z0-9][A-Za-z0-9_-]{0,23}", "must be 1 to 24 letters, digits, - or _"),
    /** An e-mail address, plain ones only: no quotes, no comments, no names around it. */
    MAILBOX(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?",
            "must be an e-mail address such as \"it@practice.example\""),
    /** A web address, without characters that would need escaping (RFC 3986). */
    WEB(
            "https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,400}",
            "must be a web address such as \"https://pager.example/anteroom\""),
    /** Whom a text comes from: a number, a short code or, as some gateways take it, a name. */
    SOURCE(
            "\\+?[0-9]{3,15}|[A-Za-z0-9][A-Za-z0-9 ]{0,9}[A-Za-z0-9]",
            "must be a number of 3 to 15 digits, or a name of 2 to 11 letters and digits"),
    /** A key pressed on a phone. */
    KEY("[0-9*#]", "must be one key of a phone: a digit, * or #"),
    /** A key or two in a row. */
    KEYS("[0-9*#]{1,2}", "must be one or two keys of a phone: digits, * or #"),
    /** A key that no number holds: a digit would mean an emergency whenever a caller types a number. */
    SYMBOL_KEY("[*#]", "must be * or #: callers type digits in their numbers");

    private final Pattern pattern;
    private final String sentence;

    Form(String pattern, String sentence) {
        this.pattern = Pattern.compile(pattern);
        this.sentence = sentence;
    }

    /** The value in its plain form: a phone number loses the marks people write for reading. */
    String plain(String value) {
        return this == DIALLED || this == CALLER ? value.replaceAll("[\\s().-]", "") : value;
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches() && value.chars().noneMatch(Character::isISOControl);
    }

    /** What is wrong with a value that doesn't match, to be put behind the key. */
    String sentence() {
        return sentence;
    }
}
