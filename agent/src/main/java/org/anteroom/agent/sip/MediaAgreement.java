package org.anteroom.agent.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The offer/answer state of one leg (RFC 3264): what we last described, and what was agreed. Keeps the rules that span
 * exchanges: the o= version grows when the description changed, media lines never disappear. On {@code sip-line}.
 */
final class MediaAgreement {
    private final AudioEndpoint endpoint;
    private final long sessionId = ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE);
    private long version;
    private @Nullable SessionDescription sent;
    private @Nullable AgreedStream stream;

    MediaAgreement(AudioEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A full offer of ours; lines refused before stay refused. */
    SessionDescription offer() {
        List<MediaLine> full = Offer.media(endpoint);
        SessionDescription before = sent;
        List<MediaLine> lines = new ArrayList<>();
        if (before == null) {
            lines.addAll(full);
        } else {
            before.media().forEach(line -> lines.add(line.port() > 0 ? full.get(0) : line));
        }
        return describe(lines);
    }

    /** What we last described, unchanged: for refreshes, which must change nothing (RFC 4028 section 7.4). */
    SessionDescription sameAgain() {
        SessionDescription before = sent;
        return before != null ? before : offer();
    }

    /** Answers an offer of the peer; on {@link Negotiation.NothingFits} all stays as it was. */
    Negotiation answer(SessionDescription offer) {
        Negotiation negotiation = Offer.answer(offer, endpoint, sessionId, version);
        if (negotiation instanceof Negotiation.Agreed agreed) {
            stream = agreed.stream();
            return new Negotiation.Agreed(describe(agreed.description().media()), agreed.stream());
        }
        return negotiation;
    }

    /** Takes the peer's answer to what we last described. */
    Optional<AgreedStream> answered(SessionDescription answer) {
        SessionDescription offered = sent;
        if (offered == null) {
            return Optional.empty();
        }
        Optional<AgreedStream> agreed = Offer.answered(offered, answer);
        agreed.ifPresent(value -> stream = value);
        return agreed;
    }

    Optional<AgreedStream> stream() {
        return Optional.ofNullable(stream);
    }

    private SessionDescription describe(List<MediaLine> lines) {
        SessionDescription before = sent;
        SessionDescription now =
                new SessionDescription(endpoint.address().getHostAddress(), sessionId, Math.max(1, version), lines);
        if (before != null && !before.sameMedia(now)) {
            now = now.withVersion(before.version() + 1);
        }
        version = now.version();
        sent = now;
        return now;
    }
}
