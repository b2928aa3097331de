package org.anteroom.agent.sip;

import java.util.List;

/**
 * A session description, as much of RFC 8866 as a telephone needs.
 *
 * @param originAddress the address of the o= line, as written
 * @param sessionId of the o= line
 * @param version of the o= line; one more whenever the same session's description changes
 * @param media the m= sections, in order
 */
record SessionDescription(String originAddress, long sessionId, long version, List<MediaLine> media) {
    private static final int MOST_SHOWN = 40;

    SessionDescription {
        media = List.copyOf(media);
    }

    /** Upper-case names of the audio formats, each once; of a type without a known name, its number. For people. */
    List<String> audioFormats() {
        return media.stream()
                .filter(line -> line.kind().equals("audio"))
                .flatMap(line -> line.formats().stream())
                .map(MediaFormat::shown)
                .map(OptionsAnswer::clean)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Whether both describe the same media; versions aside. */
    boolean sameMedia(SessionDescription other) {
        return media.equals(other.media) && originAddress.equals(other.originAddress);
    }

    SessionDescription withVersion(long newVersion) {
        return new SessionDescription(originAddress, sessionId, newVersion, media);
    }

    static SessionDescription parse(byte[] text, int maxBytes) throws SdpException {
        return SdpParser.parse(text, maxBytes);
    }

    String write() {
        return SdpWriter.write(this);
    }
}
