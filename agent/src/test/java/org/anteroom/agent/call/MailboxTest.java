package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MailboxTest {
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final CallThreads threads = new CallThreads(2, faults::add);

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    @Test
    void drainsTheEmergencyLaneFirst() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(4);
        List<String> seen = new CopyOnWriteArrayList<>();
        Mailbox<String> mailbox = new Mailbox<>(
                threads,
                16,
                message -> {
                    if (message.equals("first")) {
                        entered.countDown();
                        await(go);
                    }
                    seen.add(message);
                    done.countDown();
                },
                faults::add);

        mailbox.post("first");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        mailbox.post("ordinary one");
        mailbox.post("ordinary two");
        mailbox.urgent("emergency");
        go.countDown();

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("first", "emergency", "ordinary one", "ordinary two");
    }

    @Test
    void emergenciesGetThroughWhenEveryOrdinaryThreadIsStuck() throws Exception {
        CountDownLatch stuck = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        for (int n = 0; n < 2; n++) {
            threads.ordinary(() -> {
                stuck.countDown();
                await(release);
            });
        }
        assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch heard = new CountDownLatch(1);
        Mailbox<String> mailbox = new Mailbox<>(threads, 16, message -> heard.countDown(), faults::add);
        mailbox.post("ordinary");
        mailbox.urgent("emergency");

        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();
    }

    @Test
    void handlesOneMessageAtATimeAndLosesNone() throws Exception {
        int writers = 4;
        int each = 5_000;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(writers * each);
        Mailbox<Integer> mailbox = new Mailbox<>(
                threads,
                writers * each,
                message -> {
                    if (inside.incrementAndGet() != 1) {
                        overlaps.incrementAndGet();
                    }
                    inside.decrementAndGet();
                    done.countDown();
                },
                faults::add);
        for (int w = 0; w < writers; w++) {
            boolean urgent = w % 2 == 0;
            Thread writer = new Thread(() -> {
                for (int n = 0; n < each; n++) {
                    if (urgent) {
                        mailbox.urgent(n);
                    } else {
                        mailbox.post(n);
                    }
                }
            });
            writer.start();
        }

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void refusesWhatDoesNotFitAndGoesOnAfterAFault() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Mailbox<String> mailbox = new Mailbox<>(
                threads,
                2,
                message -> {
                    if (message.equals("bad")) {
                        entered.countDown();
                        await(go);
                        throw new IllegalStateException("bad message");
                    }
                    seen.add(message);
                },
                faults::add);
        mailbox.post("bad");
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(mailbox.post("one")).isTrue();
        assertThat(mailbox.post("two")).isTrue();
        assertThat(mailbox.post("three")).isFalse();
        go.countDown();

        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("two");
        assertThat(faults.poll(10, TimeUnit.SECONDS)).hasMessage("bad message");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
