package org.anteroom.agent.practice;

import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anteroom.agent.records.OpenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallBacksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:10:00Z");
    private static final Instant DUE = Instant.parse("2026-11-22T02:40:00Z");
    private static final CallBackOwner REED = new CallBackOwner("Dr. Reed", "5550142");

    @TempDir
    Path folder;

    private OpenStore open;

    @BeforeEach
    void openTheStore() throws Exception {
        open = new OpenStore(folder);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private CallBacks callBacks() {
        return new CallBacks(open.store(), open.vault(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Message promise(String call) throws Exception {
        Inbox inbox = new Inbox(open.store(), open.vault(), Clock.fixed(NOW, ZoneOffset.UTC));
        return await(inbox.commit(
                new Draft(
                        NOW,
                        call,
                        "page",
                        Optional.of("Nora Whitfield"),
                        Optional.of("6145550192"),
                        Optional.of("a crown"),
                        Optional.empty(),
                        false,
                        Optional.empty()),
                new Promise(DUE, List.of(REED))));
    }

    private List<String> audited() {
        return open.store()
                .read(handle -> handle.createQuery("select actor || ' ' || action from audit order by number")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void aDamagedOneHidesNoOther() throws Exception {
        promise("call-1");
        promise("call-2");
        await(open.store().write(unit -> unit.handle()
                .execute("update call_back set owner_sealed = x'00' where call_id = 'call-1'")));

        assertThat(callBacks().waiting())
                .extracting(CallBack::owners)
                .containsExactlyInAnyOrder(List.of(), List.of(REED));
    }

    @Test
    void aPromiseIsThereAfterARestartWithItsOwnerItsDeadlineAndTheNumberToCall() throws Exception {
        Message message = promise("call-1");
        open.reopen();

        assertThat(callBacks().waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.message()).isEqualTo(message.number());
            assertThat(waiting.caller()).isEqualTo("6145550192");
            assertThat(waiting.owners()).containsExactly(REED);
            assertThat(waiting.promised()).isEqualTo(NOW);
            assertThat(waiting.due()).isEqualTo(DUE);
            assertThat(waiting.stage()).isEqualTo(CallBackStage.PROMISED);
            assertThat(waiting.toString()).doesNotContain("6145550192");
        });
    }

    @Test
    void goesThroughItsStagesAndEachIsAudited() throws Exception {
        promise("call-1");
        CallBack first = callBacks().waiting().get(0);
        await(callBacks().told(first, CallBackStage.Act.PAGE));
        await(callBacks().taken(first));
        await(callBacks().told(first, CallBackStage.Act.REMIND));
        open.reopen();

        CallBack later = callBacks().waiting().get(0);
        assertThat(later.stage()).isEqualTo(CallBackStage.REMINDED);
        assertThat(later.taken()).contains(NOW);
        assertThat(await(callBacks().done("uid:1000(kim)", 1))).isPresent();
        assertThat(callBacks().waiting()).isEmpty();
        assertThat(await(callBacks().list("uid:1000(kim)"))).hasSize(1);
        assertThat(audited())
                .containsExactly(
                        "anteroom message.take",
                        "anteroom call-back.promise",
                        "anteroom call-back.paged",
                        "anteroom call-back.taken",
                        "anteroom call-back.reminded",
                        "uid:1000(kim) call-back.done",
                        "uid:1000(kim) call-back.list");
    }

    @Test
    void whatIsDoneIsNeitherDoneAgainNorOverdue() throws Exception {
        promise("call-1");
        CallBack first = callBacks().waiting().get(0);
        await(callBacks().done("uid:1000", 1));

        assertThat(await(callBacks().done("uid:1000", 1))).isEmpty();
        assertThat(await(callBacks().told(first, CallBackStage.Act.ESCALATE))).isEmpty();
        assertThat(await(callBacks().done("uid:1000", 7))).isEmpty();
        assertThat(callBacks().waiting()).isEmpty();
    }

    @Test
    void oneCallHasOnePromiseAtATime() throws Exception {
        promise("call-1");
        promise("call-1");
        promise("call-2");

        assertThat(callBacks().waiting()).extracting(CallBack::message).containsExactly(1L, 3L);
    }

    @Test
    void noMoreArePromisedThanAnybodyCouldKeepAndTheMessageIsNotHalfStored() throws Exception {
        for (int i = 0; i < 50; i++) {
            promise("call-" + i);
        }

        assertThatThrownBy(() -> promise("call-50")).hasMessageContaining("50 call-backs wait already");
        assertThat(callBacks().waiting()).hasSize(50);
    }

    @Test
    void namesAndNumbersAreInNoFileInClear() throws Exception {
        promise("call-1");
        await(callBacks().told(callBacks().waiting().get(0), CallBackStage.Act.PAGE));
        open.close();

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("6145550192", "5550142", "Reed", "Whitfield", "crown"));
        }
        open = new OpenStore(folder);
    }
}
