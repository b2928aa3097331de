package org.anteroom.agent.practice;

import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");

    @TempDir
    Path folder;

    private OpenStore open;
    private Inbox inbox;

    @BeforeEach
    void openAnInbox() throws Exception {
        open = new OpenStore(folder);
        inbox = inbox();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void givesBackAMessageExactlyAsItWasCommittedAlsoAfterARestart() throws Exception {
        Draft draft = draft("Ann Oakley", false);
        Message committed = await(inbox.commit(draft));
        open.reopen();

        assertThat(await(inbox().show("uid:1000", committed.number()))).contains(new Message(1, committed.id(), draft));
    }

    @Test
    void keepsTheDetailsInTheirOrderAlsoAfterARestart() throws Exception {
        Draft plain = draft("Ann Oakley", false);
        Draft draft = new Draft(
                NOW,
                "call-1",
                "insurance",
                plain.callerName(),
                plain.callBack(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Detail("payer", "Blue Shield"), new Detail("member id", "XYZ 12"), new Detail("group", "")),
                false,
                Optional.empty());
        Message committed = await(inbox.commit(draft));
        open.reopen();

        assertThat(await(inbox().show("uid:1000", committed.number())))
                .map(Message::content)
                .contains(draft);
    }

    @Test
    void keepsHalfAMessageOfACallerWhoHungUp() throws Exception {
        Draft half = new Draft(
                NOW,
                "call-9",
                "message",
                Optional.empty(),
                Optional.of("5550123"),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
        await(inbox.commit(half));

        assertThat(await(inbox.list("uid:1000", 10))).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo(half);
            assertThat(message.content().incomplete()).isTrue();
        });
    }

    @Test
    void numbersMessagesAndListsTheNewestFirst() throws Exception {
        for (String name : List.of("first", "second", "third")) {
            await(inbox.commit(draft(name, false)));
        }

        assertThat(await(inbox.list("uid:1000", 2))).extracting(Message::number).containsExactly(3L, 2L);
    }

    @Test
    void auditsWhoTookListedAndSawWhat() throws Exception {
        Message message = await(inbox.commit(draft("Ann Oakley", false)));
        await(inbox.list("uid:1000", 10));
        await(inbox.show("uid:1001", 1));
        await(inbox.show("uid:1001", 77));

        List<String> trail = open.store().read(handle -> handle.createQuery(
                        "select actor || ' ' || action || ' ' || subject from audit order by number")
                .mapTo(String.class)
                .list());
        assertThat(trail)
                .containsExactly(
                        "anteroom message.take " + message.id(),
                        "uid:1000 message.list all",
                        "uid:1001 message.show " + message.id(),
                        "uid:1001 message.show none");
        assertThat(open.store().verifyAudit()).isEmpty();
    }

    @Test
    void settlesAMessageOnceAndKeepsItAsItWas() throws Exception {
        Message message = await(inbox.commit(draft("Ann Oakley", false)));

        assertThat(await(inbox.settle(message.id()))).isTrue();
        assertThat(await(inbox.settle(message.id()))).isFalse();
        assertThat(await(inbox.settle("another"))).isFalse();
        open.reopen();

        assertThat(await(inbox().show("uid:1000", 1)))
                .contains(new Message(1, message.id(), message.content(), Optional.of(NOW)));
    }

    @Test
    void neverPrintsWhatTheCallerSaid() {
        assertThat(new Message(1, "id", draft("Ann Oakley", false)).toString()).doesNotContain("Oakley");
    }

    private Inbox inbox() {
        return new Inbox(open.store(), open.vault(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Draft draft(String name, boolean incomplete) {
        return new Draft(
                NOW,
                "call-1",
                "message",
                Optional.of(name),
                Optional.of("5550123"),
                Optional.of("the bill of last month"),
                Optional.of("today"),
                incomplete,
                Optional.of(new Draft.Clip(16_000, 48_000)));
    }
}
