package org.anteroom.agent.practice.reception;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.records.AuditEntry;

/**
 * Reaches a patient at the number on file, by a code or by a ring, so that whoever calls can show who they are. Nobody's phone
 * tells of it for a caller who may not ask: while the claim is locked, or by a proxy who is not listed for the task. Any thread;
 * never blocks.
 */
final class Reaching {
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;

    private final BookRecords records;
    private final IdentityRecords identities;
    private final Codes codes;
    private final CodeSender texts;

    Reaching(BookRecords records, IdentityRecords identities, Codes codes, CodeSender texts) {
        this.records = records;
        this.identities = identities;
        this.codes = codes;
        this.texts = texts;
    }

    /** A code, and the number on file that it is sent to. */
    private record Text(String number, String digits) {
        @Override
        public String toString() {
            return "Text[]";
        }
    }

    /** Hands a code on to be sent, where one may be had. */
    CompletableFuture<Void> sendCode(Question question, Instant now) {
        return code(question, now).thenAccept(code -> code.ifPresent(made -> texts.send(made.number(), made.digits())));
    }

    private CompletableFuture<Optional<Text>> code(Question question, Instant now) {
        return records.store().write(unit -> {
            OnRecord known = identities.of(unit, question, now);
            Optional<Text> made = question.numberForCode()
                    .filter(number -> known.mayProve() && known.mayAsk(question))
                    .flatMap(number -> codes.make(known.way(), question.subject(), number, now)
                            .map(digits -> new Text(number, digits)));
            String what = made.isPresent() ? "identity.code" : "identity.no-code";
            unit.audit(new AuditEntry(now, Asker.CALLER.actor(), what, question.subject()));
            return made;
        });
    }

    /** Where whoever is meant may be rung. */
    CompletableFuture<Optional<NumberOnFile>> callBackTo(Question question, Instant now) {
        return records.store().write(unit -> {
            unit.audit(new AuditEntry(now, Asker.CALLER.actor(), "identity.call-back", question.subject()));
            OnRecord known = identities.of(unit, question, now);
            return question.fit()
                    .filter(patient -> known.mayProve() && known.mayAsk(question))
                    .flatMap(Reaching::number);
        });
    }

    /** A short number is an extension or a service; whoever is marked confidential may share the line with others. */
    private static Optional<NumberOnFile> number(Patient patient) {
        return patient.details()
                .phone()
                .filter(number -> !patient.details().confidential())
                .map(BookRecords::plainPhone)
                .filter(digits -> digits.length() >= SHORTEST_NUMBER && digits.length() <= LONGEST_NUMBER)
                .map(digits -> new NumberOnFile(patient.id(), digits));
    }
}
