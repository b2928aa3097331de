package org.anteroom.speech;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What the speech room counts since it started. Written by its threads, read by anyone; all names exist from zero. */
public final class SpeechCounters {
    private final Map<String, LongAdder> byName = new LinkedHashMap<>();

    final LongAdder turns = named("speech.turns");
    final LongAdder turnsWithoutWords = named("speech.turns.without.words");
    final LongAdder framesDropped = named("speech.frames.dropped");
    final LongAdder decoderFailures = named("speech.decoder.failures");
    final LongAdder rulesFailed = named("speech.rules.failed");
    final LongAdder sinkFailures = named("speech.sink.failures");
    final LongAdder recognisersMade = named("speech.recognisers.made");
    final LongAdder recognisersReplaced = named("speech.recognisers.replaced");
    final LongAdder recognisersCold = named("speech.recognisers.cold");
    final LongAdder grammarsRejected = named("speech.grammars.rejected");
    final LongAdder turnsEndedByWallClock = named("speech.turns.ended.by.wall.clock");
    final LongAdder renders = named("speech.renders");
    final LongAdder rendersRejected = named("speech.renders.rejected");
    final LongAdder streams = named("speech.streams");
    final LongAdder streamsFailed = named("speech.streams.failed");

    /** The counters by name, in a fixed order. The map is a copy. */
    public Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        byName.forEach((name, adder) -> values.put(name, adder.sum()));
        return Collections.unmodifiableMap(values);
    }

    private LongAdder named(String name) {
        LongAdder adder = new LongAdder();
        byName.put(name, adder);
        return adder;
    }
}
