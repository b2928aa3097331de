package org.anteroom.agent.sip;

import java.util.Locale;

/** Writes session descriptions (RFC 8866): connection addresses in each media section, CRLF at each line's end. */
final class SdpWriter {
    private static final String END = "\r\n";

    private SdpWriter() {}

    static String write(SessionDescription sdp) {
        StringBuilder out = new StringBuilder(512);
        line(out, "v=0");
        line(out, "o=- " + sdp.sessionId() + ' ' + sdp.version() + " IN " + address(sdp.originAddress()));
        line(out, "s=-");
        line(out, "t=0 0");
        sdp.media().forEach(media -> write(out, media));
        return out.toString();
    }

    private static void write(StringBuilder out, MediaLine media) {
        line(
                out,
                "m=" + media.kind() + ' ' + media.port() + ' ' + media.protocol() + ' '
                        + String.join(" ", media.formatTokens()));
        line(out, "c=IN " + address(media.address()));
        for (MediaFormat format : media.formats()) {
            if (!format.encoding().isEmpty()) {
                line(out, "a=rtpmap:" + format.payloadType() + ' ' + name(format) + '/' + format.clockRate());
            }
            format.parameters().ifPresent(value -> line(out, "a=fmtp:" + format.payloadType() + ' ' + value));
        }
        media.rtcpPort().ifPresent(port -> line(out, "a=rtcp:" + port));
        media.ptimeMs().ifPresent(ms -> line(out, "a=ptime:" + ms));
        media.maxPtimeMs().ifPresent(ms -> line(out, "a=maxptime:" + ms));
        line(out, "a=" + media.direction().name().toLowerCase(Locale.ROOT));
    }

    /** Registered spelling: some old gateways compare the name of telephone events by case. */
    private static String name(MediaFormat format) {
        return format.isTelephoneEvent() ? "telephone-event" : format.encoding();
    }

    private static String address(String address) {
        return (address.indexOf(':') >= 0 ? "IP6 " : "IP4 ") + address;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(END);
    }
}
