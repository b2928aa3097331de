package org.anteroom.agent.cli.setup;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.anteroom.agent.config.PracticeType;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.sip.EndCause;
import org.anteroom.agent.sip.LegEvent;

/** One call to a phone that says that it is a test and waits for the key. A thread of its own, which ends with the call. */
final class TestCall {
    private static final AtomicLong THREADS = new AtomicLong();
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final Duration LISTENS = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(1_500);
    private static final Duration BEFORE_WORDS = Duration.ofMillis(600);
    private static final Duration TONE = Duration.ofMillis(800);
    private static final double TONE_HZ = 620;
    private static final int BUSY = 486;
    private static final int BUSY_EVERYWHERE = 600;
    private static final int DECLINED = 603;

    /** What is said, as samples; empty where it can't be said. */
    record Words(Optional<short[]> test, Optional<short[]> thanks) {
        static Words of(String practice, Function<String, Optional<short[]>> voice) {
            Catalogue catalogue = Catalogue.of(PracticeType.MEDICAL);
            return new Words(
                    voice.apply(catalogue.text(TemplateId.ON_CALL_TEST, Map.of(Slot.PRACTICE, practice))),
                    voice.apply(catalogue.text(TemplateId.ON_CALL_TEST_DONE, Map.of())));
        }
    }

    private final CompletableFuture<PracticePbx.Rung> rung = new CompletableFuture<>();
    private final String number;
    private final PhoneCall call;
    private final Words words;
    private final char key;
    private final long begun = System.nanoTime();

    private TestCall(String number, PhoneCall call, Words words, char key) {
        this.number = number;
        this.call = call;
        this.words = words;
        this.key = key;
    }

    static TestCall begin(Phone phone, String number, Words words, char key) throws IOException {
        TestCall test = new TestCall(number, phone.dial(number), words, key);
        Thread thread = new Thread(test::run, "setup-call-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return test;
    }

    /** Waits until it is over. */
    PracticePbx.Rung end() throws InterruptedException {
        try {
            return rung.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A test call failed.", e);
        }
    }

    private void run() {
        try (call) {
            rung.complete(call.awaitAnswered(RINGS) ? talk() : unanswered());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            rung.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            rung.completeExceptionally(e);
        }
    }

    private PracticePbx.Rung talk() throws InterruptedException {
        call.awaitEnded(BEFORE_WORDS);
        long until = System.nanoTime() + LISTENS.toNanos();
        while (call.ending().isEmpty() && System.nanoTime() < until) {
            say(words.test());
            Optional<Character> pressed = call.awaitKey(PAUSE);
            while (pressed.isPresent()) {
                if (pressed.get() == key) {
                    say(words.thanks());
                    return took(PracticePbx.Took.KEY, 0);
                }
                pressed = call.awaitKey(PAUSE);
            }
        }
        return took(heard() ? PracticePbx.Took.NO_KEY : PracticePbx.Took.NO_SOUND, 0);
    }

    private void say(Optional<short[]> pcm) throws InterruptedException {
        if (pcm.isPresent()) {
            call.say(pcm.get());
        } else {
            call.tone(TONE_HZ, TONE);
        }
    }

    private PracticePbx.Rung unanswered() {
        Optional<LegEvent> ending = call.ending();
        if (ending.isEmpty()) {
            return took(PracticePbx.Took.NO_ANSWER, 0);
        }
        if (ending.get() instanceof LegEvent.Refused refused) {
            int status = refused.status();
            boolean busy = status == BUSY || status == BUSY_EVERYWHERE || status == DECLINED;
            return took(busy ? PracticePbx.Took.BUSY : PracticePbx.Took.REFUSED, status);
        }
        boolean rangOn = ending.get() instanceof LegEvent.Ended ended && ended.cause() == EndCause.NO_ANSWER;
        return took(rangOn ? PracticePbx.Took.NO_ANSWER : PracticePbx.Took.FAILED, 0);
    }

    private boolean heard() {
        return call.stats().packetsIn() > 0;
    }

    private PracticePbx.Rung took(PracticePbx.Took took, int status) {
        OptionalLong rang = call.rangMs(begun);
        return new PracticePbx.Rung(number, took, rang, status, heard());
    }
}
