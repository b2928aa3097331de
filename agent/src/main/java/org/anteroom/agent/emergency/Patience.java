package org.anteroom.agent.emergency;

/** How long a leg may stay at each stage, ms. */
record Patience(Pace pace) {
    /** Category and ten digits take about three seconds; then the bridge, even if nobody tells us that they were spoken. */
    private static final long DISCLOSURE_MS = 5_000;
    /** "Already taken" takes two seconds. */
    private static final long REFUSAL_MS = 5_000;

    private static final long TELLING_MS = 30_000;
    /** An answer that crosses our cancel comes within the SIP transaction's 32 s (RFC 3261, timer B). */
    private static final long CROSSING_MS = 32_000;
    /** A phone needs a moment until it has noticed that the call before is over. */
    private static final long AGAIN_MS = 1_000;

    /** {@link Long#MAX_VALUE} where only events end it. */
    long with(LegStage stage) {
        return switch (stage) {
            case ANNOUNCING -> pace.accept().toMillis();
            case DISCLOSING -> DISCLOSURE_MS;
            case REFUSED -> REFUSAL_MS;
            case TELLING -> TELLING_MS;
            case CANCELLED, REVIVED -> CROSSING_MS;
            case AGAIN, ADDING_AGAIN -> AGAIN_MS;
            case RINGING, BRIDGED, ADDING, JOINED, STAYING -> Long.MAX_VALUE;
        };
    }
}
