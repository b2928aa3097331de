package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.dialogue.DialogueSettings;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.dialogue.State;
import org.anteroom.agent.dialogue.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TalkTest {
    private final BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    private final CallThreads threads = new CallThreads(2, faults::add);
    private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>();
    private final State start = new Conversation(new DialogueSettings(false)).start();

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    @Test
    void computesOneInputAfterTheOther() throws Exception {
        Talk talk = talk((state, input, now) -> new Step(state, List.of()));
        talk.put(new Input.Silent(), 0);
        talk.put(new Input.HungUp(), 0);

        Mail.Stepped first = (Mail.Stepped) mails.poll(10, TimeUnit.SECONDS);
        assertThat(first.input()).isEqualTo(new Input.Silent());
        assertThat(mails).isEmpty();
        talk.stepped(first.step(), 1);
        Mail.Stepped second = (Mail.Stepped) mails.poll(10, TimeUnit.SECONDS);
        assertThat(second.input()).isEqualTo(new Input.HungUp());
        talk.stepped(second.step(), 2);
        assertThat(talk.busy()).isFalse();
    }

    @Test
    void aConversationThatThrowsIsMailAndNoFault() throws Exception {
        Talk talk = talk((state, input, now) -> {
            throw new StackOverflowError();
        });
        talk.put(new Input.Silent(), 0);

        assertThat(mails.poll(10, TimeUnit.SECONDS)).isInstanceOf(Mail.StepFailed.class);
        assertThat(faults).isEmpty();
    }

    @Test
    void aConversationThatNeverReturnsIsNoticedAndGivenUp() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        Talk talk = talk((state, input, now) -> {
            entered.countDown();
            try {
                new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return new Step(state, List.of());
        });
        talk.put(new Input.Silent(), 0);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(talk.stuck(TimeUnit.SECONDS.toNanos(1))).isFalse();
        assertThat(talk.stuck(TimeUnit.SECONDS.toNanos(10))).isTrue();
        talk.abandon();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(talk.broken()).isTrue();
        assertThat(talk.busy()).isFalse();
    }

    @Test
    void whatIsKnownOfARequestOutlivesTheConversation() throws Exception {
        Act.Commit known = new Act.Commit(new Request.IncompleteRequest(
                Category.MESSAGE,
                Optional.of("robert miller"),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
        Talk talk = talk((state, input, now) -> {
            if (input instanceof Input.HungUp) {
                return new Step(state, List.of(known, new Act.End()));
            }
            throw new IllegalStateException();
        });
        talk.put(new Input.Silent(), 0);
        assertThat(mails.poll(10, TimeUnit.SECONDS)).isInstanceOf(Mail.StepFailed.class);

        talk.salvage(1);

        Mail.Stepped kept = (Mail.Stepped) mails.poll(10, TimeUnit.SECONDS);
        assertThat(talk.stepped(kept.step(), 2)).containsExactly(known);
        assertThat(talk.busy()).isFalse();
        talk.put(new Input.Silent(), 3);
        assertThat(talk.busy()).as("it is over").isFalse();
    }

    private Talk talk(Talk.Mind mind) {
        return new Talk(start, mind, threads, mails::add, Instant::now);
    }
}
