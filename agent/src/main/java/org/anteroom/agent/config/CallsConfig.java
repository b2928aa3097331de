package org.anteroom.agent.config;

import java.util.List;

/** Limits and silences of calls. */
@Key(doc = "Limits and silences of calls.")
public record CallsConfig(
        @Key(
                        doc = "Calls answered at the same time; more are refused with 486 so that the PBX takes them.",
                        preset = "4",
                        min = 1,
                        max = 16)
                int simultaneous,
        @Key(
                        doc =
                                "Longest ordinary call in minutes. A minute before, the caller is put through to the desk in"
                                        + " opening hours, and told that the call ends otherwise. An emergency is never cut off, nor"
                                        + " is a call with a person.",
                        preset = "30",
                        min = 5,
                        max = 240)
                int longestMinutes,
        @Key(
                        doc =
                                "Seconds after our last word until a caller of whom something is heard, but nothing that ends in"
                                        + " words, counts as not understood: music, a noisy line. The second time the nearest person is"
                                        + " rung. Nobody speaks longer than 40 seconds without a pause being found.",
                        preset = "45",
                        min = 20,
                        max = 180)
                int silenceSeconds,
        @Key(
                        doc =
                                "Callers who are served in emergencies only: numbers, beginnings of numbers with a * behind them, or"
                                        + " anonymous. They hear what to do in an emergency, may say that it is one, and are then said"
                                        + " goodbye to. Only the last ten digits count.",
                        example = "[\"+1 555 0190*\", \"anonymous\"]",
                        form = Form.CALLER)
                List<String> blocked,
        @Key(
                        doc =
                                "Calls in opening hours that the PBX sends here at once, all of them: serve, or ring-desk-first, for"
                                        + " which desk.number is needed: the desk rings for desk.ring-seconds, and callers whom nobody"
                                        + " takes are served.",
                        preset = "serve")
                Arriving whenUnconditional,
        @Key(
                        doc =
                                "The same for calls in opening hours that come because the extension called was busy, as the PBX"
                                        + " says in Diversion or History-Info.",
                        preset = "serve")
                Arriving whenBusy,
        @Key(doc = "The same for calls in opening hours that come because nobody answered.", preset = "serve")
                Arriving whenNoAnswer,
        @Key(
                        doc =
                                "Seconds that ordinary calls may go on when the service is stopped. Those that then still do are connected"
                                        + " to the desk in opening hours, and asked to call again otherwise. An emergency is never"
                                        + " cut off: the stop waits for it.",
                        preset = "60",
                        min = 0,
                        max = 600)
                int stopSeconds,
        @Key(
                        doc =
                                "Calls that the PBX's trunk carries at the same time, as the provider says; 0: not known. Nothing is"
                                        + " limited by it: config check and doctor compare it with what an emergency takes.",
                        preset = "0",
                        min = 0,
                        max = 9999)
                int trunkChannels) {
    public CallsConfig {
        blocked = List.copyOf(blocked);
    }

    /** The same without anybody's number: while only emergencies are served, nobody is blocked. */
    CallsConfig withoutNumbers() {
        return new CallsConfig(
                simultaneous,
                longestMinutes,
                silenceSeconds,
                List.of(),
                whenUnconditional,
                whenBusy,
                whenNoAnswer,
                stopSeconds,
                trunkChannels);
    }

    /** Without numbers. */
    @Override
    public String toString() {
        return "CallsConfig[simultaneous=" + simultaneous + ", blocked=" + blocked.size() + "]";
    }
}
