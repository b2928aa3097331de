package org.anteroom.agent.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads session descriptions as PBXs write them: bare line feeds, missing lines and unknown attributes are forgiven; a
 * media line without a port or an address is not.
 */
final class SdpParser {
    private static final int MOST_MEDIA = 16;
    private static final int MOST_FORMATS = 64;
    private static final Pattern MEDIA = Pattern.compile("(\\S+) +(\\d{1,5})(?:/\\d+)? +(\\S+) +(\\S.*)");
    private static final Pattern RTPMAP = Pattern.compile("(\\d{1,3}) +([^/ ]+)/(\\d{1,7})(?:/1)? *");
    private static final Pattern FMTP = Pattern.compile("(\\d{1,3}) +(\\S.*)");
    private static final Pattern CONNECTION = Pattern.compile("IN +IP[46] +([^/ ]+)(?:/.*)? *");
    private static final Pattern ORIGIN = Pattern.compile("\\S+ +(\\d{1,20}) +(\\d{1,20}) +IN +IP[46] +(\\S+) *");
    private static final Pattern RTCP = Pattern.compile("(\\d{1,5})(?: .*)?");

    private String originAddress = "0.0.0.0";
    private long sessionId;
    private long version;
    private @Nullable String address;
    private Direction direction = Direction.SENDRECV;
    private final List<Section> sections = new ArrayList<>();

    private SdpParser() {}

    static SessionDescription parse(byte[] text, int maxBytes) throws SdpException {
        if (text.length > maxBytes) {
            throw new SdpException("the session description is longer than " + maxBytes + " bytes");
        }
        SdpParser parser = new SdpParser();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\r\n|\n|\r")) {
            if (line.length() >= 2 && line.charAt(1) == '=') {
                parser.line(line.charAt(0), line.substring(2));
            }
        }
        return parser.result();
    }

    private void line(char type, String value) throws SdpException {
        switch (type) {
            case 'o' -> origin(value);
            case 'c' -> connection(value);
            case 'm' -> media(value);
            case 'a' -> attribute(value);
            default -> {}
        }
    }

    private void origin(String value) {
        Matcher matcher = ORIGIN.matcher(value);
        if (matcher.matches()) {
            sessionId = unsigned(matcher.group(1));
            version = unsigned(matcher.group(2));
            originAddress = matcher.group(3);
        }
    }

    private void connection(String value) throws SdpException {
        Matcher matcher = CONNECTION.matcher(value);
        if (!matcher.matches()) {
            throw new SdpException("a connection line of the session description can't be read");
        }
        if (sections.isEmpty()) {
            address = matcher.group(1);
        } else {
            last().address = matcher.group(1);
        }
    }

    private void media(String value) throws SdpException {
        Matcher matcher = MEDIA.matcher(value);
        if (!matcher.matches() || number(matcher.group(2)) > 65_535) {
            throw new SdpException("a media line of the session description can't be read");
        }
        List<String> tokens = List.of(matcher.group(4).trim().split(" +"));
        if (sections.size() == MOST_MEDIA || tokens.size() > MOST_FORMATS) {
            throw new SdpException("the session description has too many media lines or formats");
        }
        sections.add(new Section(
                matcher.group(1).toLowerCase(Locale.ROOT), number(matcher.group(2)), matcher.group(3), tokens));
    }

    private void attribute(String value) {
        int colon = value.indexOf(':');
        String name = (colon < 0 ? value : value.substring(0, colon)).trim().toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : value.substring(colon + 1).trim();
        switch (name) {
            case "sendrecv" -> direction(Direction.SENDRECV);
            case "sendonly" -> direction(Direction.SENDONLY);
            case "recvonly" -> direction(Direction.RECVONLY);
            case "inactive" -> direction(Direction.INACTIVE);
            default -> {
                if (!sections.isEmpty()) {
                    last().attribute(name, rest);
                }
            }
        }
    }

    private void direction(Direction read) {
        if (sections.isEmpty()) {
            direction = read;
        } else {
            last().direction = read;
        }
    }

    private Section last() {
        return sections.get(sections.size() - 1);
    }

    private SessionDescription result() throws SdpException {
        if (sections.isEmpty()) {
            throw new SdpException("the session description has no media line");
        }
        List<MediaLine> media = new ArrayList<>();
        for (Section section : sections) {
            media.add(section.line(address, direction));
        }
        return new SessionDescription(originAddress, sessionId, version, media);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Session ids and versions may use all 64 bits; longer ones are only ever compared, so wrapping does no harm. */
    private static long unsigned(String digits) {
        return new java.math.BigInteger(digits).longValue();
    }

    /** One m= section while it is read. */
    private static final class Section {
        private final String kind;
        private final int port;
        private final String protocol;
        private final List<String> tokens;
        private final Map<Integer, MediaFormat> maps = new HashMap<>();
        private final Map<Integer, String> parameters = new HashMap<>();
        private @Nullable String address;
        private @Nullable Direction direction;
        private OptionalInt ptime = OptionalInt.empty();
        private OptionalInt maxPtime = OptionalInt.empty();
        private OptionalInt rtcp = OptionalInt.empty();

        Section(String kind, int port, String protocol, List<String> tokens) {
            this.kind = kind;
            this.port = port;
            this.protocol = protocol;
            this.tokens = tokens;
        }

        void attribute(String name, String value) {
            switch (name) {
                case "rtpmap" -> {
                    Matcher matcher = RTPMAP.matcher(value);
                    if (matcher.matches() && number(matcher.group(1)) < 128) {
                        int type = number(matcher.group(1));
                        maps.put(
                                type,
                                new MediaFormat(type, matcher.group(2), number(matcher.group(3)), Optional.empty()));
                    }
                }
                case "fmtp" -> {
                    Matcher matcher = FMTP.matcher(value);
                    if (matcher.matches()) {
                        parameters.put(
                                number(matcher.group(1)), matcher.group(2).trim());
                    }
                }
                case "ptime" -> ptime = milliseconds(value);
                case "maxptime" -> maxPtime = milliseconds(value);
                case "rtcp" -> {
                    Matcher matcher = RTCP.matcher(value);
                    if (matcher.matches() && number(matcher.group(1)) <= 65_535) {
                        rtcp = OptionalInt.of(number(matcher.group(1)));
                    }
                }
                default -> {}
            }
        }

        MediaLine line(@Nullable String sessionAddress, Direction sessionDirection) throws SdpException {
            String where = address != null ? address : sessionAddress;
            if (where == null) {
                if (port != 0) {
                    throw new SdpException("the session description names no connection address");
                }
                where = "0.0.0.0";
            }
            return new MediaLine(
                    kind,
                    port,
                    protocol,
                    tokens,
                    protocol.toUpperCase(Locale.ROOT).contains("RTP/") ? formats() : List.of(),
                    where,
                    direction != null ? direction : sessionDirection,
                    ptime,
                    maxPtime,
                    rtcp);
        }

        private List<MediaFormat> formats() {
            List<MediaFormat> formats = new ArrayList<>();
            for (String token : tokens) {
                if (token.matches("\\d{1,3}") && number(token) < 128) {
                    formats.add(format(number(token)));
                }
            }
            return formats;
        }

        private MediaFormat format(int type) {
            MediaFormat mapped = maps.get(type);
            if (mapped == null) {
                mapped = switch (type) {
                    case 0 -> MediaFormat.of(AudioCodec.PCMU, 0);
                    case 8 -> MediaFormat.of(AudioCodec.PCMA, 8);
                    default -> new MediaFormat(type, "", 0, Optional.empty());
                };
            }
            return new MediaFormat(
                    type, mapped.encoding(), mapped.clockRate(), Optional.ofNullable(parameters.get(type)));
        }

        private static OptionalInt milliseconds(String value) {
            return value.matches("\\d{1,4}") ? OptionalInt.of(number(value)) : OptionalInt.empty();
        }
    }
}
