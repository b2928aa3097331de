package org.anteroom.agent.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.Draft;
import org.anteroom.agent.practice.Message;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Regard;
import org.anteroom.agent.practice.reception.Task;

/**
 * What the records add to a message before it is stored: the number by which staff know the patient, whether who asks is listed,
 * whether it was asked before. Callers hear nothing of it. Where the records can't say, the message is stored as it is.
 */
final class ForStaff {
    /** The caller waits for the message to be stored. */
    private static final long LONGEST_SECONDS = 3;

    private static final Detail UNKNOWN = new Detail(Detail.ON_FILE, "could not be looked up");

    private final CallRecords records;
    private final ZoneId zone;
    private final Instant now;

    ForStaff(CallRecords records, ZoneId zone, Instant now) {
        this.records = records;
        this.zone = zone;
        this.now = now;
    }

    CompletableFuture<Draft> completed(Draft draft) {
        return inTime(numbered(draft), draft);
    }

    /** The same of a request whose patient nobody has looked for yet. */
    CompletableFuture<Draft> completed(Draft draft, Claim claim) {
        CompletableFuture<Draft> all = records.reception()
                .regard(claim, Task.REFILL, now)
                .thenCompose(regard -> numbered(draft.with(regarded(claim, regard))))
                .thenCompose(
                        known -> records.inbox().earlier(known).thenApply(earlier -> known.with(repeated(earlier))));
        return inTime(all, draft.with(List.of(UNKNOWN)));
    }

    private static CompletableFuture<Draft> inTime(CompletableFuture<Draft> all, Draft otherwise) {
        return all.completeOnTimeout(otherwise, LONGEST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(fault -> otherwise);
    }

    private static List<Detail> regarded(Claim claim, Regard regard) {
        Detail onFile =
                new Detail(Detail.ON_FILE, regard.patient().map(Detail::patient).orElse(Detail.NOBODY));
        return claim.proxy().isPresent()
                ? List.of(
                        onFile,
                        new Detail(
                                Detail.FOR_CLINICIAN,
                                regard.listed() ? "who asks is listed for it" : "who asks is not listed for it"))
                : List.of(onFile);
    }

    private List<Detail> repeated(List<Message> earlier) {
        return earlier.isEmpty()
                ? List.of()
                : List.of(new Detail(
                        Detail.FOR_CLINICIAN,
                        "asked before, the last time on "
                                + LocalDate.ofInstant(earlier.get(0).content().receivedAt(), zone)));
    }

    private CompletableFuture<Draft> numbered(Draft draft) {
        Optional<String> id = draft.details().stream()
                .flatMap(detail -> detail.patient().stream())
                .findFirst();
        return id.isEmpty()
                ? CompletableFuture.completedFuture(draft)
                : records.reception().number(id.get(), now).thenApply(number -> numbered(draft, number));
    }

    private static Draft numbered(Draft draft, Optional<Long> number) {
        return number.map(known -> draft.details(draft.details().stream()
                        .map(detail -> detail.patient()
                                .map(id -> new Detail(detail.label(), Detail.patient(String.valueOf(known))))
                                .orElse(detail))
                        .toList()))
                .orElse(draft);
    }
}
