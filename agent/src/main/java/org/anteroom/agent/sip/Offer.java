package org.anteroom.agent.sip;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The offer/answer rules of RFC 3264 for one audio stream of PCMU or PCMA with telephone events. Pure: no socket, no
 * name look-up.
 */
final class Offer {
    /** Payload type of telephone events in our own offers; any dynamic one would do. */
    static final int TELEPHONE_EVENT = 101;

    private static final int DEFAULT_PTIME_MS = 20;

    private Offer() {}

    /** The media of an offer of ours: both codecs, telephone events 0-16 (RFC 4733). */
    static List<MediaLine> media(AudioEndpoint endpoint) {
        return List.of(MediaLine.audio(
                endpoint,
                List.of(
                        MediaFormat.of(AudioCodec.PCMU, 0),
                        MediaFormat.of(AudioCodec.PCMA, 8),
                        MediaFormat.telephoneEvent(TELEPHONE_EVENT, "0-16")),
                Direction.SENDRECV));
    }

    /** Whether an offer could be answered at all; empty when it could. */
    static Optional<Negotiation.NothingFits> refusal(SessionDescription offer) {
        boolean audio = offer.media().stream().anyMatch(line -> line.kind().equals("audio") && line.port() > 0);
        if (!audio) {
            return Optional.of(new Negotiation.NothingFits(304, "Media type not available"));
        }
        if (offer.media().stream().noneMatch(MediaLine::isPlainAudio)) {
            return Optional.of(new Negotiation.NothingFits(302, "Incompatible transport protocol"));
        }
        return offer.media().stream()
                        .anyMatch(line -> line.isPlainAudio() && codec(line).isPresent())
                ? Optional.empty()
                : Optional.of(new Negotiation.NothingFits(305, "Incompatible media format"));
    }

    /**
     * Answers an offer: the first plain audio line with a codec of ours is taken with the offerer's preferred codec and
     * payload numbers, every other line is refused.
     *
     * @param sessionId ours, with {@code version} for the o= line
     */
    static Negotiation answer(SessionDescription offer, AudioEndpoint endpoint, long sessionId, long version) {
        Optional<Negotiation.NothingFits> refusal = refusal(offer);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<MediaLine> lines = new ArrayList<>();
        Optional<AgreedStream> agreed = Optional.empty();
        for (MediaLine line : offer.media()) {
            Optional<AgreedStream> stream = agreed.isEmpty() && line.isPlainAudio()
                    ? stream(line, line, Direction.SENDRECV, endpoint)
                    : Optional.empty();
            lines.add(stream.isPresent() ? accept(line, stream.get(), endpoint) : line.refused());
            agreed = agreed.or(() -> stream);
        }
        return agreed.<Negotiation>map(stream -> new Negotiation.Agreed(
                        new SessionDescription(endpoint.address().getHostAddress(), sessionId, version, lines), stream))
                .orElseGet(() -> new Negotiation.NothingFits(301, "Incompatible network address formats"));
    }

    /** What an answer to our offer came to; empty when it refuses the sound or names nothing we offered. */
    static Optional<AgreedStream> answered(SessionDescription offered, SessionDescription answer) {
        for (int i = 0; i < Math.min(offered.media().size(), answer.media().size()); i++) {
            MediaLine ours = offered.media().get(i);
            MediaLine theirs = answer.media().get(i);
            if (ours.isPlainAudio() && theirs.isPlainAudio()) {
                return AddressLiteral.of(ours.address())
                        .flatMap(address ->
                                stream(theirs, ours, ours.direction(), new AudioEndpoint(address, ours.port())));
            }
        }
        return Optional.empty();
    }

    private static MediaLine accept(MediaLine offered, AgreedStream stream, AudioEndpoint endpoint) {
        List<MediaFormat> formats = new ArrayList<>();
        formats.add(MediaFormat.of(stream.codec(), stream.payloadType()));
        telephoneEvent(offered)
                .ifPresent(format -> formats.add(MediaFormat.telephoneEvent(
                        format.payloadType(), format.parameters().orElse("0-15").contains("-16") ? "0-16" : "0-15")));
        return MediaLine.audio(endpoint, formats, Direction.of(stream.send(), stream.receive()));
    }

    /**
     * @param theirs the peer's line: where it receives and with which numbers
     * @param ours the line the peer sends by: our offer, or the peer's own where it is the offerer
     * @param wish what we would do if the peer let us
     */
    private static Optional<AgreedStream> stream(
            MediaLine theirs, MediaLine ours, Direction wish, AudioEndpoint endpoint) {
        Optional<InetAddress> address = AddressLiteral.of(theirs.address())
                .filter(remote -> (remote instanceof Inet4Address) == (endpoint.address() instanceof Inet4Address));
        if (address.isEmpty() || address.get().isMulticastAddress()) {
            return Optional.empty();
        }
        int rtcpPort = theirs.rtcpPort().orElse(Math.min(65_535, theirs.port() + 1));
        return theirs.formats().stream()
                .filter(format -> format.codec().isPresent())
                .filter(format ->
                        ours.formats().stream().anyMatch(own -> own.codec().equals(format.codec())))
                .findFirst()
                .map(format -> new AgreedStream(
                        new InetSocketAddress(address.get(), theirs.port()),
                        new InetSocketAddress(address.get(), rtcpPort),
                        format.codec().orElseThrow(),
                        format.payloadType(),
                        number(telephoneEvent(theirs)),
                        telephoneEvent(theirs).isPresent() ? number(telephoneEvent(ours)) : OptionalInt.empty(),
                        packetTime(theirs),
                        wish.sends() && theirs.direction().receives() && !theirs.nowhere(),
                        wish.receives() && theirs.direction().sends()));
    }

    private static Optional<AudioCodec> codec(MediaLine line) {
        return line.formats().stream()
                .flatMap(format -> format.codec().stream())
                .findFirst();
    }

    private static Optional<MediaFormat> telephoneEvent(MediaLine line) {
        return line.formats().stream().filter(MediaFormat::isTelephoneEvent).findFirst();
    }

    private static OptionalInt number(Optional<MediaFormat> format) {
        return format.isPresent() ? OptionalInt.of(format.get().payloadType()) : OptionalInt.empty();
    }

    private static int packetTime(MediaLine line) {
        int wished = line.ptimeMs().orElse(DEFAULT_PTIME_MS);
        int most = Math.max(10, line.maxPtimeMs().orElse(120));
        return Math.max(10, Math.min(120, Math.min(wished, most)));
    }
}
