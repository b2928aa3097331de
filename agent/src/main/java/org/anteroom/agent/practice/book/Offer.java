package org.anteroom.agent.practice.book;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time for a visit, as it can be offered.
 *
 * @param provider id of the provider
 * @param room the room kept for it, where the visit needs one
 * @param visitType name of the visit type
 * @param start when the visit begins, without the buffer before it
 * @param end when it ends, without the buffer after it
 */
public record Offer(String provider, Optional<String> room, String visitType, Instant start, Instant end) {
    public Offer {
        requireNonNull(provider, "provider");
        requireNonNull(room, "room");
        requireNonNull(visitType, "visitType");
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a visit ends after it begins");
        }
    }

    List<Resource> resources() {
        return Resource.of(provider, room);
    }
}
