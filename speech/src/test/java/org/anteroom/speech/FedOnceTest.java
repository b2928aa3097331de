package org.anteroom.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** No audio reaches a recogniser twice: what ended one turn is never the beginning of the next. */
class FedOnceTest {
    @Property(tries = 60)
    void everyTurnBeginsAfterTheOneBeforeIt(
            @ForAll @Size(max = 12) List<@IntRange(min = 20, max = 1_400) Integer> parts)
            throws IOException, InterruptedException {
        Recognisers recognisers = new Recognisers(
                new FollowingModel(), 1, TimeUnit.HOURS.toMillis(1), new short[0], new SpeechCounters());
        recognisers.start();
        try (recognisers;
                Listening listening = new Listening(recognisers, new SpeechCounters())) {
            List<Heard> heard = new ArrayList<>();
            boolean loud = false;
            for (int ms : parts) {
                short[] part = loud ? Audio.noise(ms, -20) : Audio.silence(ms);
                heard.addAll(listening.feed(part, part.length));
                loud = !loud;
            }
            heard.addAll(listening.endOfAudio());

            long before = 0;
            for (Heard event : heard) {
                if (event instanceof Heard.Final whole) {
                    Word all = whole.words().get(0);
                    assertThat((long) all.startMs()).isGreaterThanOrEqualTo(before);
                    assertThat((long) all.endMs()).isEqualTo(whole.audioMs());
                    before = whole.audioMs();
                }
            }
        }
    }
}
