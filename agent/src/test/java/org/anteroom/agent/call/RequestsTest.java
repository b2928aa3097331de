package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.Category;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.CallBack;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.practice.CallBacks;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.Promise;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.SmallPractice;
import org.anteroom.agent.practice.book.Wish;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Credentials;
import org.anteroom.agent.practice.reception.Found;
import org.anteroom.agent.practice.reception.Query;
import org.anteroom.agent.practice.reception.Reception;
import org.anteroom.agent.practice.reception.Task;
import org.anteroom.agent.records.OpenStore;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.RtpPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of what calls ask of the records, in a real store. */
final class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:10:00Z");
    private static final Instant BY = NOW.plus(Duration.ofMinutes(30));
    private static final Wish EXAM = Wish.any("exam");
    private static final LocalDate BORN = LocalDate.parse("1984-03-03");
    private static final int MOST_WAITING = 50;

    @TempDir
    Path folder;

    private final Clock clock = ((InstantSource) () -> NOW).withZone(ZoneOffset.UTC);
    private final BlockingQueue<Mail> answers = new LinkedBlockingQueue<>();
    private OpenStore records;
    private MediaEngine media;
    private Inbox inbox;
    private CallBacks callBacks;
    private LocalBook book;

    @BeforeEach
    void open() throws Exception {
        records = new OpenStore(folder);
        media = Senses.media(28_400, 28_419);
        inbox = new Inbox(records.store(), records.vault(), clock);
        callBacks = new CallBacks(records.store(), records.vault(), clock);
        book = LocalBook.open(
                records.store(), records.vault(), SmallPractice.usual().timetable(), NOW);
    }

    @AfterEach
    void close() throws Exception {
        media.close();
        records.close();
    }

    @Test
    void whoIsOnCallMustCallBackACallerWhoLeftWithTheNumberConfirmed() throws Exception {
        assertThat(stored(page())).isInstanceOf(Input.Committed.class);

        assertThat(callBacks.waiting()).singleElement().satisfies(callBack -> {
            assertThat(callBack.caller()).isEqualTo(Clinic.CALLER);
            assertThat(callBack.due()).isEqualTo(BY);
            assertThat(callBack.owners()).extracting(CallBackOwner::number).containsExactly(Clinic.DOCTOR);
        });
        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.content().incomplete()).isTrue());
    }

    @Test
    void whereNobodyCanBeMadeToCallBackStaffReadOfItAllTheSame() throws Exception {
        for (int i = 0; i < MOST_WAITING; i++) {
            OpenStore.await(inbox.commit(
                    draft("call-" + i), new Promise(BY, List.of(new CallBackOwner("doctor", Clinic.DOCTOR)))));
        }
        int before = messages().size();

        assertThat(stored(page())).isInstanceOf(Input.Committed.class);

        assertThat(callBacks.waiting()).hasSize(MOST_WAITING).noneMatch(this::ofThisCall);
        assertThat(messages()).hasSize(before + 1);
        assertThat(messages().get(0).content().incomplete()).isTrue();
    }

    @Test
    void recordsThatDoNotAnswerAreNotWaitedForAndWhatTheyKeepAfterwardsIsFreeAgain() throws Exception {
        Offer offer = book.offers(EXAM, NOW).get(0);
        CountDownLatch stuck = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = records.store().write(unit -> {
            stuck.await();
            return true;
        });
        try {
            assertThat(found(new Query.Keep(offer, Optional.empty(), Optional.empty())))
                    .isEqualTo(new Input.Found(new Found.Unavailable()));
        } finally {
            stuck.countDown();
        }

        OpenStore.await(busy);
        allWritten("what was asked");
        allWritten("what followed from it");
        assertThat(OpenStore.await(book.hold(offer, NOW))).isPresent();
    }

    @Test
    void aTimeIsKeptForWhoeverIsToldSo() throws Exception {
        Offer offer = book.offers(EXAM, NOW).get(0);

        assertThat(found(new Query.Keep(offer, Optional.empty(), Optional.empty())))
                .isInstanceOfSatisfying(
                        Input.Found.class, found -> assertThat(found.answer()).isInstanceOf(Found.Kept.class));

        allWritten("what followed from it");
        assertThat(OpenStore.await(book.hold(offer, NOW))).isEmpty();
    }

    @Test
    void recordsThatThrowAtOnceAnswerLikeThoseThatFail() throws Exception {
        Hold hold =
                OpenStore.await(book.hold(book.offers(EXAM, NOW).get(0), NOW)).orElseThrow();
        book.goBy(() -> {
            throw new IllegalStateException("a fault of the book");
        });

        assertThat(found(new Query.Times(EXAM, Optional.empty()))).isEqualTo(new Input.Found(new Found.Unavailable()));
        assertThat(stored(new Request.InBook(new Change.Move("patient", "appointment", hold))))
                .isInstanceOf(Input.CommitFailed.class);
    }

    @Test
    void whoAsksForARefillAndHowOftenIsForTheClinicianToRead() throws Exception {
        Patient ann = ann();
        assertThat(stored(refill("claire oakley", Optional.of("claire oakley"))))
                .isInstanceOf(Input.Committed.class);
        assertThat(details())
                .containsExactly(
                        new Detail(Detail.ON_FILE, "patient " + ann.number()),
                        new Detail(Detail.FOR_CLINICIAN, "who asks is not listed for it"));

        OpenStore.await(new Credentials(book)
                .addProxy(
                        ann.id(),
                        "Claire Oakley",
                        "daughter",
                        Set.of(Task.REFILL),
                        LocalDate.parse("2026-12-31"),
                        false,
                        Optional.empty(),
                        Asker.staff("test"),
                        NOW));
        assertThat(stored(refill("claire oakley", Optional.of("claire oakley"))))
                .isInstanceOf(Input.Committed.class);
        assertThat(details())
                .containsExactly(
                        new Detail(Detail.ON_FILE, "patient " + ann.number()),
                        new Detail(Detail.FOR_CLINICIAN, "who asks is listed for it"),
                        new Detail(Detail.FOR_CLINICIAN, "asked before, the last time on 2026-11-22"));
    }

    @Test
    void aRefillIsKeptWhereThePatientCannotBeLookedUp() throws Exception {
        ann();
        book.goBy(() -> {
            throw new IllegalStateException("a fault of the book");
        });
        assertThat(stored(refill("claire oakley", Optional.of("claire oakley"))))
                .isInstanceOf(Input.Committed.class);
        assertThat(details()).containsExactly(new Detail(Detail.ON_FILE, "could not be looked up"));
    }

    @Test
    void whatTheCallerTakesBackIsStaffsNoMore() throws Exception {
        Request.TakeMessage asked = (Request.TakeMessage) refill("claire oakley", Optional.empty());
        inRequests(requests -> {
            assertThat(next(requests, asked)).isInstanceOf(Input.Committed.class);
            assertThat(messages()).singleElement().satisfies(message -> assertThat(message.settled())
                    .isEmpty());
            assertThat(next(requests, new Request.Withdraw())).isInstanceOf(Input.Committed.class);
        });
        assertThat(messages()).singleElement().satisfies(message -> assertThat(message.settled())
                .contains(NOW));
    }

    @Test
    void nothingIsTakenBackWhereStaffHaveNothingOfThisCall() throws Exception {
        OpenStore.await(inbox.commit(draft("another-call")));
        assertThat(stored(new Request.Withdraw())).isInstanceOf(Input.CommitFailed.class);
        assertThat(messages()).singleElement().satisfies(message -> assertThat(message.settled())
                .isEmpty());
    }

    private Patient ann() throws Exception {
        return OpenStore.await(book.patients()
                .enrol(
                        new PatientDetails(
                                "Ann Oakley",
                                Optional.of(BORN),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        Asker.staff("test"),
                        NOW));
    }

    private List<Detail> details() throws Exception {
        return messages().get(0).content().details();
    }

    private static Request refill(String caller, Optional<String> proxy) {
        return new Request.TakeMessage(
                Category.REFILL,
                caller,
                Clinic.CALLER,
                "my lisinopril",
                List.of(),
                Optional.of(new Claim(
                        List.of("ann oakley"),
                        Optional.of(BORN),
                        Optional.empty(),
                        Optional.empty(),
                        proxy,
                        Optional.of(Clinic.CALLER))),
                Optional.empty(),
                Optional.empty());
    }

    /** What was handed to the writer before this is stored, and told. */
    private void allWritten(String what) throws Exception {
        boolean written = OpenStore.await(records.store().write(unit -> true));
        assertThat(written).as(what).isTrue();
    }

    private Input stored(Request request) throws Exception {
        return answer(requests -> requests.store(request));
    }

    private Input found(Query query) throws Exception {
        return answer(requests -> requests.lookUp(query));
    }

    private Input answer(Consumer<Requests> asked) throws Exception {
        AtomicReference<Input> outcome = new AtomicReference<>();
        inRequests(requests -> outcome.set(next(requests, () -> asked.accept(requests))));
        return outcome.get();
    }

    private Input next(Requests requests, Request request) throws Exception {
        return next(requests, () -> requests.store(request));
    }

    private Input next(Requests requests, Runnable asked) throws Exception {
        asked.run();
        Mail answer = answers.poll(Clinic.SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Mail.Stored.class);
        requests.stored();
        assertThat(requests.waiting()).isFalse();
        return ((Mail.Stored) answer).outcome();
    }

    /** What is done with the requests of one call. */
    private interface Doing {
        void with(Requests requests) throws Exception;
    }

    private void inRequests(Doing doing) throws Exception {
        CallParts parts = keepingRecords(
                Unplugged.parts(folder, media, clock, new Health(), new ArrayList<>(), CallObserver.NONE));
        try (RtpPort port = media.open();
                Requests requests = Requests.of(
                        parts,
                        "this-call",
                        port,
                        new Recorder(Optional.empty(), parts.alarms(), parts.counters()),
                        answers::add)) {
            doing.with(requests);
        }
    }

    private CallParts keepingRecords(CallParts parts) {
        return new CallParts(
                parts.settings(),
                parts.duty(),
                parts.media(),
                parts.ears(),
                parts.prompts(),
                parts.detector(),
                parts.scorer(),
                parts.meanings(),
                parts.conversation(),
                parts.catalogue(),
                Optional.of(new CallRecords(
                        new CallLog(records.store(), records.vault(), clock),
                        inbox,
                        new Reception(book),
                        Recordings.open(records.data(), records.vault()))),
                parts.alarms(),
                parts.health(),
                parts.counters(),
                parts.latencies(),
                parts.observer(),
                parts.clock());
    }

    private static Request page() {
        return new Request.PageUnfinished(
                new Request.IncompleteRequest(
                        Category.PAGE,
                        Optional.of("nora whitfield"),
                        Optional.of(Clinic.CALLER),
                        true,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                BY);
    }

    private Draft draft(String call) {
        return new Draft(
                NOW,
                call,
                "page",
                Optional.empty(),
                Optional.of(Clinic.CALLER),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private boolean ofThisCall(CallBack callBack) {
        return callBack.message() > MOST_WAITING;
    }

    private List<Message> messages() throws Exception {
        return OpenStore.await(inbox.list("test", 2 * MOST_WAITING));
    }
}
