package org.anteroom.agent.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;

/** Reads who calls whom and why from an INVITE; whatever can't be read is left out, the call is taken all the same. */
final class InvitationReader {
    /** Carries the token of a drill. */
    static final String DRILL = "X-Anteroom-Drill";

    private static final int LONGEST_TOKEN = 64;
    private static final int MOST_DIVERSIONS = 10;
    private static final Pattern USER =
            Pattern.compile("(?:sips?:([^@:;>?\\s]{1,128})(?:[:;][^@>\\s]{0,256})?@|tel:([^;>?\\s]{1,128}))");
    private static final Pattern QUOTED_NAME = Pattern.compile("^\\s*\"((?:[^\"\\\\]|\\\\.){0,128})\"");
    private static final Pattern BARE_NAME = Pattern.compile("^\\s*([^\"<>:;,]{1,128}?)\\s*<");
    private static final Set<String> NOBODY = Set.of("anonymous", "restricted", "private", "unavailable", "unknown");
    private static final Pattern REASON = Pattern.compile("reason=\"?([a-z0-9-]{1,40})");
    private static final Pattern CAUSE = Pattern.compile("cause(?:%3d|=)(\\d{3})");

    private InvitationReader() {}

    static Invitation read(Request invite) {
        Optional<String> asserted =
                SipHeaders.first(invite, "P-Asserted-Identity").or(() -> remoteParty(invite));
        Optional<String> from = address(invite, FromHeader.NAME);
        String dialled =
                address(invite, ToHeader.NAME).flatMap(InvitationReader::user).orElse("");
        return new Invitation(
                asserted.flatMap(InvitationReader::caller).or(() -> from.flatMap(InvitationReader::caller)),
                asserted.flatMap(InvitationReader::name).or(() -> from.flatMap(InvitationReader::name)),
                dialled,
                diversions(invite),
                SipHeaders.first(invite, DRILL).filter(token -> token.length() <= LONGEST_TOKEN),
                Optional.ofNullable(invite.getRequestURI())
                        .map(Object::toString)
                        .flatMap(InvitationReader::user));
    }

    /** What PBXs sent before RFC 3325, and many still do. */
    private static Optional<String> remoteParty(Request invite) {
        return SipHeaders.first(invite, "Remote-Party-ID")
                .filter(value -> !value.toLowerCase(Locale.ROOT).contains("party=called"));
    }

    private static List<Diversion> diversions(Request invite) {
        List<Diversion> steps = new ArrayList<>();
        for (String value : entries(invite, "Diversion")) {
            user(value).ifPresent(user -> steps.add(new Diversion(user, reason(value))));
        }
        List<Diversion> history = new ArrayList<>();
        for (String value : entries(invite, "History-Info")) {
            Matcher cause = CAUSE.matcher(value.toLowerCase(Locale.ROOT));
            if (cause.find()) {
                user(value).ifPresent(user -> history.add(0, new Diversion(user, reasonOf(cause.group(1)))));
            }
        }
        steps.addAll(history);
        return steps.subList(0, Math.min(steps.size(), MOST_DIVERSIONS));
    }

    private static String reason(String value) {
        Matcher matcher = REASON.matcher(value.toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    /** The causes of RFC 4458 in the words of RFC 5806. */
    private static String reasonOf(String cause) {
        return switch (cause) {
            case "302" -> "unconditional";
            case "486" -> "user-busy";
            case "408", "480" -> "no-answer";
            case "503", "404" -> "unavailable";
            default -> "unknown";
        };
    }

    /** The entries of a header whose lines may hold several, split at commas outside quotes and angle brackets. */
    private static List<String> entries(Request invite, String header) {
        List<String> entries = new ArrayList<>();
        for (String value : SipHeaders.values(invite, header)) {
            int start = 0;
            boolean quoted = false;
            int depth = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '<') {
                    depth++;
                } else if (!quoted && c == '>') {
                    depth--;
                } else if (!quoted && depth <= 0 && c == ',') {
                    entries.add(value.substring(start, i));
                    start = i + 1;
                }
            }
            entries.add(value.substring(start));
        }
        return entries;
    }

    private static Optional<String> address(Request invite, String name) {
        return invite.getHeader(name) instanceof HeaderAddress header
                ? Optional.ofNullable(header.getAddress()).map(Object::toString)
                : Optional.empty();
    }

    private static Optional<String> caller(String address) {
        return user(address).filter(user -> !NOBODY.contains(user.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> user(String address) {
        Matcher matcher = USER.matcher(QUOTED_NAME.matcher(address).replaceFirst(""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String user = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return Optional.of(user.replace("%2B", "+").replace("%2b", "+"));
    }

    private static Optional<String> name(String address) {
        Matcher quoted = QUOTED_NAME.matcher(address);
        Matcher bare = BARE_NAME.matcher(address);
        Optional<String> name = quoted.find()
                ? Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"))
                : bare.find() ? Optional.of(bare.group(1)) : Optional.empty();
        return name.filter(text -> !text.isBlank() && !NOBODY.contains(text.toLowerCase(Locale.ROOT)));
    }
}
