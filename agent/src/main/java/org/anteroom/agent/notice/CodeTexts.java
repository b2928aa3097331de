package org.anteroom.agent.notice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.Problem;
import org.anteroom.agent.config.TextConfig;
import org.anteroom.agent.notice.Alarm.Kind;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Sends one-time codes as texts: a bounded queue and one thread that hands them to the gateway, in order. One that fails is tried
 * again while somebody may still wait for it. Neither number nor words are ever logged; that none can be sent is an alarm, until one
 * gets through.
 */
public final class CodeTexts implements AutoCloseable {
    /** More callers than wait for a code at a time. */
    static final int QUEUE = 16;
    /** Nobody holds the line for longer. */
    static final Duration WORTH_SENDING = Duration.ofMinutes(1);

    private static final String SUBJECT = "texts";
    private static final Retry TRIES = new Retry(3, Duration.ofSeconds(1), Duration.ofSeconds(3));
    /** Without a text for so long the session is ended: a gateway forgets idle ones without a word. */
    private static final long IDLE_SECONDS = 60;

    private static final long CLOSE_MS = 2_000;

    private record Item(String number, String code, long since) {
        @Override
        public String toString() {
            return "Item[]";
        }
    }

    private final SmppGateway gateway;
    private final String practice;
    private final int countryCode;
    private final Retry tries;
    private final Alarms alarms;
    private final Counters counters;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(QUEUE);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    CodeTexts(SmppGateway gateway, String practice, int countryCode, Retry tries, Alarms alarms, Counters counters) {
        this.gateway = gateway;
        this.practice = practice;
        this.countryCode = countryCode;
        this.tries = tries;
        this.alarms = alarms;
        this.counters = counters;
        this.thread = ThreadNames.named(ThreadNames.TEXT).newThread(this::run);
        thread.start();
    }

    /**
     * Those of a configuration, ready to send; it connects with the first code. Empty where there is no gateway in it, or its files
     * can't be used, which is an alarm.
     *
     * @param practice as the texts call it
     */
    public static Optional<CodeTexts> open(TextConfig config, String practice, Alarms alarms, Counters counters) {
        if (config.host().isEmpty()) {
            alarms.clear(Kind.TEXTS, SUBJECT);
            return Optional.empty();
        }
        try {
            SmppGateway gateway = new SmppGateway(TextSettings.of(config));
            return Optional.of(new CodeTexts(gateway, practice, config.countryCode(), TRIES, alarms, counters));
        } catch (IOException e) {
            alarms.raise(Kind.TEXTS, unsent(e.getMessage() + "; then: anteroom reload."), SUBJECT);
            return Optional.empty();
        }
    }

    /** What keeps a gateway from being used: files that can't be read or hold nothing of use. Connects to nothing. */
    public static List<Problem> check(TextConfig config) {
        if (config.host().isEmpty()) {
            return List.of();
        }
        try {
            TextSettings.of(config);
            return List.of();
        } catch (IOException e) {
            String sentence = String.valueOf(e.getMessage());
            int colon = sentence.indexOf(": ");
            return List.of(Problem.of(sentence.substring(0, colon), sentence.substring(colon + 2)));
        }
    }

    /**
     * Logs in to the gateway and out again; blocks for as long as the configuration lets it.
     *
     * @return why it does not work, as a sentence; empty where it does, or where there is no gateway
     */
    public static Optional<String> tryOut(TextConfig config) {
        if (config.host().isEmpty()) {
            return Optional.empty();
        }
        try (SmppGateway gateway = new SmppGateway(TextSettings.of(config))) {
            gateway.tryOut();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage() + ".");
        } catch (Undelivered e) {
            return Optional.of(e.sentence());
        }
    }

    /** Takes a code on its way, and never waits. Any thread. */
    public void send(String number, String code) {
        if (!queue.offer(new Item(number, code, System.nanoTime()))) {
            counters.increment(Metric.TEXTS_FAILED);
            alarms.raise(Kind.TEXTS, unsent("too many wait already: see what keeps the gateway in [text]."), SUBJECT);
        }
    }

    private void run() {
        try {
            while (!closed()) {
                Item item = queue.poll(IDLE_SECONDS, TimeUnit.SECONDS);
                if (item == null) {
                    gateway.rest();
                } else {
                    deliver(item);
                }
            }
        } catch (InterruptedException e) {
            // Only close interrupts.
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Item item) throws InterruptedException {
        Optional<String> to = TextNumber.of(item.number(), countryCode);
        if (to.isEmpty()) {
            counters.increment(Metric.TEXTS_UNSENDABLE);
            return;
        }
        for (int failures = 0; !closed(); failures++) {
            boolean last = failures + 1 >= tries.attempts() || worthless(item);
            if (attempt(to.get(), CodeText.of(item.code(), practice), last)
                    || closing.await(tries.wait(failures).toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private static boolean worthless(Item item) {
        return System.nanoTime() - item.since() > WORTH_SENDING.toNanos();
    }

    /** Whether nothing more is to be done about the text. */
    private boolean attempt(String to, String body, boolean last) {
        try {
            boolean taken = gateway.send(to, body);
            counters.increment(taken ? Metric.TEXTS_SENT : Metric.TEXTS_UNSENDABLE);
            alarms.clear(Kind.TEXTS, SUBJECT);
            return true;
        } catch (Undelivered e) {
            boolean end = last || !e.worthRetrying();
            if (end) {
                failed(e.sentence());
            }
            return end;
        } catch (RuntimeException e) {
            failed(QueuedOutlet.fault(e));
            return true;
        }
    }

    private void failed(String sentence) {
        if (!closed()) {
            counters.increment(Metric.TEXTS_FAILED);
            alarms.raise(Kind.TEXTS, unsent(sentence), SUBJECT);
        }
    }

    private static String unsent(String why) {
        return "Texts can't be sent, so callers get no code and their wishes go to staff: " + why;
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    /** Ends the thread and breaks off what it is at; codes that wait are not sent. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        gateway.close();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
    }
}
