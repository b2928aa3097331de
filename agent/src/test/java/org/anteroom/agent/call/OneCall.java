package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;

/** One of several calls that a clinic has at a time, with what happens on it alone. For one thread. */
final class OneCall implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(800);

    final PhoneCall phone;
    private final Clinic clinic;
    private final BlockingQueue<CallEvent> events;
    private final Consumer<CallEvent> watch;
    private final String id;

    private OneCall(
            PhoneCall phone, Clinic clinic, BlockingQueue<CallEvent> events, Consumer<CallEvent> watch, String id) {
        this.phone = phone;
        this.clinic = clinic;
        this.events = events;
        this.watch = watch;
        this.id = id;
    }

    /** Calls and is answered; one such call after the other, so that it is known whose each is. */
    static OneCall of(Clinic clinic, Phone from) throws Exception {
        BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
        Consumer<CallEvent> watch = events::add;
        clinic.watching.add(watch);
        PhoneCall phone = clinic.call(from);
        String id = clinic.next(CallEvent.Answered.class, answered -> true).call();
        return new OneCall(phone, clinic, events, watch, id);
    }

    String id() {
        return id;
    }

    /** Everything so far. */
    List<CallEvent> all() {
        return clinic.all.stream().filter(event -> event.call().equals(id)).toList();
    }

    /** The next event of the type that fits; events before it are dropped. Fails when none comes in time. */
    <E extends CallEvent> E next(Class<E> type, Predicate<E> fits) throws Exception {
        return next(type, fits, Clinic.SOON);
    }

    <E extends CallEvent> E next(Class<E> type, Predicate<E> fits, Duration within) throws Exception {
        long deadline = System.nanoTime() + within.toNanos();
        for (long left = within.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            CallEvent event = events.poll(left, TimeUnit.NANOSECONDS);
            if (type.isInstance(event) && event.call().equals(id) && fits.test(type.cast(event))) {
                return type.cast(event);
            }
        }
        throw new AssertionError("no such " + type.getSimpleName() + " within " + within + "; seen: " + all());
    }

    CallEvent.Said nextSaid(TemplateId template) throws Exception {
        return next(CallEvent.Said.class, said -> said.template().equals(template.key()));
    }

    /** Says that after we have spoken and are quiet. */
    void answers(String clip) throws Exception {
        answers(clip, CallerAudio.clip(clip).pcm());
    }

    void answers(String what, short[] pcm) throws Exception {
        assertThat(phone.awaitTurn(QUIET, Clinic.SOON))
                .as("the agent speaks before " + what)
                .isTrue();
        phone.say(pcm);
    }

    /** Says that as soon as we speak. */
    void interrupts(String clip) throws Exception {
        assertThat(phone.awaitSpeech(Clinic.SOON)).isTrue();
        phone.say(CallerAudio.clip(clip));
    }

    @Override
    public void close() throws IOException {
        clinic.watching.remove(watch);
        phone.close();
    }
}
