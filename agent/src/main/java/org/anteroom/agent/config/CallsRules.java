package org.anteroom.agent.config;

/** What must hold between the calls that are to ring the desk first and the desk. */
final class CallsRules {
    private CallsRules() {}

    static void check(Config config, Problems problems) {
        if (config.desk().number().isPresent() || !problems.read("desk.number")) {
            return;
        }
        CallsConfig calls = config.calls();
        desk("when-unconditional", calls.whenUnconditional(), problems);
        desk("when-busy", calls.whenBusy(), problems);
        desk("when-no-answer", calls.whenNoAnswer(), problems);
    }

    private static void desk(String key, Arriving arriving, Problems problems) {
        if (arriving == Arriving.RING_DESK_FIRST) {
            problems.add(
                    "calls." + key,
                    "is \"ring-desk-first\", but there is no desk to ring: set desk.number, or set it to \"serve\"");
        }
    }
}
