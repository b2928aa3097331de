package org.anteroom.agent.emergency;

import java.time.Duration;

/**
 * The ladder's waiting times, and its keys.
 *
 * @param accept how long an answered phone has to press the accept key before its leg is dropped
 * @param retry pause between "all failed" and the next round
 * @param reassure how often the caller hears the connecting sentence again
 * @param acceptKey the key that takes the call
 * @param bridgeKeys what whoever took it can press afterwards
 */
public record Pace(Duration accept, Duration retry, Duration reassure, char acceptKey, BridgeKeys bridgeKeys) {

    /** 12 s to accept, next round after 20 s, the sentence every 10 s, key 1. */
    public static final Pace DEFAULT =
            new Pace(Duration.ofSeconds(12), Duration.ofSeconds(20), Duration.ofSeconds(10), '1', BridgeKeys.DEFAULT);
}
