package org.anteroom.agent.call;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.Clip;
import org.anteroom.agent.dialogue.DutyWish;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Request;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.Promise;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Found;
import org.anteroom.agent.practice.reception.Query;
import org.anteroom.media.RtpPort;

/**
 * Puts what callers ask for on disk, and tells the conversation only when it is there. Holds the call's recording, where
 * there is one. Mailbox only.
 */
final class Requests implements AutoCloseable {
    /** Longer, and a caller takes the line for dead. What is being stored is waited for: it may be done already. */
    private static final long LONGEST_LOOK_UP_SECONDS = 6;

    private final CallParts parts;
    private final String call;
    private final Consumer<Mail> post;
    private final Optional<CallRecording> recording;
    private final Optional<PinCall> pin;
    private final Optional<Returning> returning;
    /** Set before what was stored is posted, read in the mailbox. */
    private volatile Optional<ReturnOrder> owed = Optional.empty();
    /** Id of the last message that staff have of this call. */
    private volatile Optional<String> last = Optional.empty();

    private int waiting;

    private Requests(
            CallParts parts,
            String call,
            Consumer<Mail> post,
            Optional<CallRecording> recording,
            Optional<PinCall> pin,
            Optional<Returning> returning) {
        this.parts = parts;
        this.call = call;
        this.post = post;
        this.recording = recording;
        this.pin = pin;
        this.returning = returning;
    }

    /** Begins to record where the practice does. */
    static Requests of(CallParts parts, String call, RtpPort port, Recorder recorder, Consumer<Mail> post) {
        return of(parts, call, port, recorder, post, Optional.empty(), Optional.empty());
    }

    /** The same for a call that may be of staff with a PIN, or a call back. */
    static Requests of(
            CallParts parts,
            String call,
            RtpPort port,
            Recorder recorder,
            Consumer<Mail> post,
            Optional<PinCall> pin,
            Optional<Returning> returning) {
        Optional<CallRecording> recording =
                parts.settings().recording() && parts.records().isPresent()
                        ? recorder.record(call, port)
                        : Optional.empty();
        return new Requests(parts, call, post, recording, pin, returning);
    }

    /** Whether the call is being recorded. */
    boolean recording() {
        return recording.isPresent();
    }

    /** What the caller waits to be called back for: only once the request for staff is on the disk. */
    Optional<ReturnOrder> owed() {
        return owed;
    }

    /** Whether something is on its way to the disk. */
    boolean waiting() {
        return waiting > 0;
    }

    /** One answer has come. */
    void stored() {
        waiting--;
    }

    /** Answers with {@link Mail.Stored}, in every case. */
    @SuppressWarnings("FutureReturnValueIgnored") // both outcomes come back as mail
    void store(Request request) {
        waiting++;
        asked(() -> outcome(request))
                .whenComplete((outcome, failure) ->
                        post.accept(new Mail.Stored(failure == null ? outcome : new Input.CommitFailed())));
    }

    /**
     * Asks the practice's records; answers with {@link Mail.Stored}, in every case and within the time that a caller waits for
     * an answer.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // both outcomes come back as mail
    void lookUp(Query query) {
        waiting++;
        CompletableFuture<Found> found = asked(() -> answer(query));
        CompletableFuture<Found> inTime = found.copy().orTimeout(LONGEST_LOOK_UP_SECONDS, TimeUnit.SECONDS);
        inTime.whenComplete((answer, failure) ->
                post.accept(new Mail.Stored(new Input.Found(failure == null ? answer : new Found.Unavailable()))));
        found.thenAcceptBoth(inTime.handle((answer, failure) -> failure != null), this::letGo);
    }

    private CompletableFuture<Found> answer(Query query) {
        return unstored()
                ? CompletableFuture.completedFuture(new Found.Unavailable())
                : parts.records().get().reception().answer(query, parts.clock().instant());
    }

    /** What is thrown at once is a failure like any other: something would be waited for without end otherwise. */
    private static <T> CompletableFuture<T> asked(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** A time that is kept for a caller who has been told that nothing can be found out is free again for others. */
    private void letGo(Found found, boolean tooLate) {
        if (tooLate && found instanceof Found.Kept kept) {
            letGo(kept.hold());
        }
    }

    /** A time that nobody needs any more. */
    @SuppressWarnings("FutureReturnValueIgnored") // where it fails, the time is free when the hold runs out
    void letGo(Hold hold) {
        if (!unstored()) {
            parts.records().get().reception().letGo(hold);
        }
    }

    private boolean unstored() {
        return parts.records().isEmpty() || parts.settings().drill();
    }

    /** Sees to it; what comes of it is posted as {@link Mail.DutyTold}. */
    void handOver(DutyWish wish) {
        pin.ifPresent(call -> call.carryOut(wish, news -> post.accept(new Mail.DutyTold(news))));
    }

    /** From now on nothing is recorded; what is there stays. */
    void stopRecording() {
        recording.ifPresent(CallRecording::stop);
    }

    @Override
    public void close() {
        stopRecording();
    }

    private CompletableFuture<Input> outcome(Request request) {
        if (request instanceof Request.StopRecording) {
            return recording
                    .map(CallRecording::shred)
                    .orElseGet(() -> CompletableFuture.completedFuture(""))
                    .thenApply(Input.Committed::new);
        }
        if (unstored()) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing is stored in this mode"));
        }
        if (request instanceof Request.InBook book) {
            return parts.records()
                    .get()
                    .reception()
                    .carryOut(book.change(), parts.clock().instant())
                    .thenCompose(answer -> settled(book.change(), answer))
                    .thenApply(Input::of);
        }
        Inbox inbox = parts.records().get().inbox();
        if (request instanceof Request.CallBackOnFile asked) {
            return stored(inbox, asked.message()).thenApply(message -> {
                owed = Optional.of(new ReturnOrder(call, message.id(), asked.wish()));
                return new Input.Committed(String.valueOf(message.number()));
            });
        }
        if (request instanceof Request.Withdraw) {
            return withdrawn(inbox);
        }
        return stored(inbox, request).thenApply(message -> {
            last = Optional.of(message.id());
            return new Input.Committed(String.valueOf(message.number()));
        });
    }

    /** What the caller takes back is settled, so that nobody sees to it; in a call back, what it was made for. */
    private CompletableFuture<Input> withdrawn(Inbox inbox) {
        Optional<String> theirs =
                last.or(() -> returning.map(call -> call.order().message()));
        return theirs.map(inbox::settle)
                .orElseGet(() -> CompletableFuture.completedFuture(false))
                .thenApply(settled -> settled ? new Input.Committed("") : new Input.CommitFailed());
    }

    /** What staff were asked for is done, by whom they would have called back: it waits for them no more. */
    private CompletableFuture<BookAnswer> settled(Change change, BookAnswer answer) {
        boolean theirs = returning.map(Returning::patient).equals(change.proven()) && returning.isPresent();
        if (!theirs || !(answer instanceof BookAnswer.Done)) {
            return CompletableFuture.completedFuture(answer);
        }
        // Where it can't be marked, staff see to it once more than needed.
        return parts.records()
                .get()
                .inbox()
                .settle(returning.get().order().message())
                .handle((found, fault) -> answer);
    }

    private CompletableFuture<Message> stored(Inbox inbox, Request request) {
        if (request instanceof Request.PromiseCallBack promised) {
            return inbox.commit(draft(promised.message()), promise(promised.by()));
        }
        if (request instanceof Request.PageUnfinished page) {
            Draft known = draft(page.request());
            // The caller has gone and can't be told: where nobody can be made to call back, staff read it at least.
            return inbox.commit(known, promise(page.by())).exceptionallyCompose(refused -> inbox.commit(known));
        }
        Optional<Claim> claim = request instanceof Request.TakeMessage message ? message.claim() : Optional.empty();
        return claim.map(patient -> forStaff().completed(draft(request), patient))
                .orElseGet(() -> forStaff().completed(draft(request)))
                .thenCompose(inbox::commit);
    }

    private ForStaff forStaff() {
        return new ForStaff(
                parts.records().get(),
                parts.settings().practice().timezone(),
                parts.clock().instant());
    }

    /** Whoever is on call at this moment must keep it. */
    private Promise promise(Instant by) {
        return new Promise(
                by, parts.settings().owners(parts.duty().get(), parts.clock().instant()));
    }

    private Draft draft(Request request) {
        if (request instanceof Request.TakeMessage message) {
            return new Draft(
                    parts.clock().instant(),
                    call,
                    words(message.category()),
                    Optional.of(message.name()).filter(name -> !name.isBlank()),
                    Optional.of(message.callBack()).filter(number -> !number.isBlank()),
                    Optional.of(message.about()).filter(about -> !about.isBlank()),
                    Optional.empty(),
                    message.details(),
                    false,
                    clip(message.nameClip(), message.aboutClip()));
        }
        if (request instanceof Request.IncompleteRequest incomplete) {
            return new Draft(
                    parts.clock().instant(),
                    call,
                    words(incomplete.category()),
                    incomplete.name(),
                    incomplete.callBack(),
                    incomplete.about(),
                    Optional.empty(),
                    incomplete.details(),
                    true,
                    clip(incomplete.nameClip(), incomplete.aboutClip()));
        }
        throw new IllegalArgumentException(request.getClass().getSimpleName() + " is no message");
    }

    private static String words(Enum<?> category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The stretch of the recording that holds both, in its samples. */
    private Optional<Draft.Clip> clip(Optional<Clip> name, Optional<Clip> about) {
        if (recording.isEmpty() || (name.isEmpty() && about.isEmpty())) {
            return Optional.empty();
        }
        Clip one = name.or(() -> about).get();
        Clip other = about.or(() -> name).get();
        return Optional.of(new Draft.Clip(
                CallRecording.sample(Math.min(one.fromMs(), other.fromMs())),
                CallRecording.sample(Math.max(one.toMs(), other.toMs()))));
    }
}
