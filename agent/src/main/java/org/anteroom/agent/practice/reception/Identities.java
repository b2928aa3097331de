package org.anteroom.agent.practice.reception;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.PinHash;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.BookRecords;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Unit;
import org.anteroom.agent.words.Phonetics;

/**
 * Who a caller is taken for. Any thread; never blocks.
 *
 * <pre>
 *   writer      candidates of the birth date (or the owner's number)
 *   reception-* whose name fits
 *   writer      a proof is counted; the PIN, the proxies
 *   reception-* the PIN is compared: with nobody's where there is none
 *   writer      right: the count of that way to prove it is taken away; what came of it is audited
 *   ----------- not before {@link #FLOOR} after it was asked
 * </pre>
 *
 * A claim that fits nobody goes the same way, so that neither the time nor the number of tries tells whether a patient exists.
 */
final class Identities {
    /** Longer than all of it takes, also while the machine is busy. */
    static final Duration FLOOR = Duration.ofMillis(400);

    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;

    /**
     * What the records have for one question.
     *
     * @param way whose guesses a proof takes away when it is right
     */
    private record Shown(boolean mayProve, byte[] way, Optional<PinHash> own, List<ProxyTable.Row> proxies) {}

    /** What came of a question, and by which way. */
    private record Weighed(Outcome outcome, byte[] way) {}

    private final LocalBook book;
    private final BookRecords records;
    private final Supplier<IdentityConfig> rules;
    private final Executor threads;
    private final Duration floor;
    private final PinTable pins;
    private final ProxyTable proxies;
    private final LockTable locks = new LockTable();
    private final Codes codes;
    private final CodeSender texts;

    Identities(
            LocalBook book,
            Supplier<IdentityConfig> rules,
            Codes codes,
            CodeSender texts,
            Executor threads,
            Duration floor) {
        this.book = book;
        this.records = book.records();
        this.rules = rules;
        this.codes = codes;
        this.texts = texts;
        this.threads = threads;
        this.floor = floor;
        this.pins = new PinTable(records.sealed(PinTable.TABLE));
        this.proxies = new ProxyTable(records.sealed(ProxyTable.TABLE));
    }

    /** What the caller may have done; the future fails when the records can't be asked, no sooner either. */
    CompletableFuture<Standing> stand(Query.Stand asked, Instant now) {
        CompletableFuture<Void> late = late();
        IdentityConfig chosen = rules.get();
        return meant(asked.claim(), now)
                .thenCompose(fit -> weighed(new Question(asked, fit, chosen), now))
                .thenCombine(late, (standing, none) -> standing);
    }

    /** Sends a code where one may be had; what is answered, and when, is the same where none may. */
    CompletableFuture<Found> sendCode(Query.SendCode asked, Instant now) {
        CompletableFuture<Void> late = late();
        IdentityConfig chosen = rules.get();
        Query.Stand unproven = new Query.Stand(asked.claim(), asked.task(), new Evidence.None());
        return meant(asked.claim(), now)
                .thenCompose(fit -> code(new Question(unproven, fit, chosen), now))
                .thenAccept(code -> code.ifPresent(made -> texts.send(made.number(), made.digits())))
                .thenCombine(late, (sent, none) -> new Found.CodeAsked());
    }

    private CompletableFuture<Void> late() {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(floor.toNanos(), TimeUnit.NANOSECONDS, threads));
    }

    /** A code, and the number on file that it is sent to. */
    private record Sent(String number, String digits) {
        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    private CompletableFuture<Optional<Sent>> code(Question question, Instant now) {
        byte[] claim = claimed(question);
        return records.store().write(unit -> {
            Shown shown = shown(unit, question, claim, now);
            Optional<ProxyTable.Row> proxy = proxy(question, shown, now);
            Optional<Sent> sent = Optional.of(shown.mayProve() && (!question.byProxy() || proxy.isPresent()))
                    .filter(may -> may)
                    .flatMap(may -> question.numberForCode())
                    .flatMap(number ->
                            codes.make(shown.way(), question.subject(), now).map(digits -> new Sent(number, digits)));
            String what = sent.isPresent() ? "identity.code" : "identity.no-code";
            unit.audit(new AuditEntry(now, Asker.CALLER.actor(), what, question.subject()));
            return sent;
        });
    }

    /** Whether a proxy is listed for a task of a patient. */
    CompletableFuture<Boolean> listed(String patient, String proxy, Task task, Instant now) {
        return records.store()
                .write(unit -> {
                    unit.audit(new AuditEntry(now, Asker.CALLER.actor(), "proxy.check", patient));
                    return proxies.of(unit.handle(), patient);
                })
                .thenApplyAsync(rows -> listed(rows, proxy, task, now).isPresent(), threads);
    }

    /** Where whoever is meant may be called back. */
    CompletableFuture<Optional<NumberOnFile>> callBackTo(Claim claim, Task task, Instant now) {
        IdentityConfig chosen = rules.get();
        if (chosen.factor() != Factor.CALL_BACK || task.level(chosen) != Level.FACTOR) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return meant(claim, now).thenCompose(fit -> {
            Question question = new Question(new Query.Stand(claim, task, new Evidence.None()), fit, chosen);
            byte[] claimed = claimed(question);
            return records.store().write(unit -> {
                unit.audit(new AuditEntry(now, Asker.CALLER.actor(), "identity.call-back", question.subject()));
                boolean locked = locks.locked(unit.handle(), claimed, now);
                return fit.filter(patient -> !locked).flatMap(Identities::number);
            });
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

    private CompletableFuture<Optional<Patient>> meant(Claim claim, Instant now) {
        return candidates(claim, now).thenApplyAsync(found -> Fit.patient(claim, found), threads);
    }

    private CompletableFuture<List<Patient>> candidates(Claim claim, Instant now) {
        if (!claim.names().isEmpty()
                && claim.animal().isPresent()
                && claim.phone().isPresent()) {
            return book.patients().byPhone(claim.phone().get(), Asker.CALLER, now);
        }
        if (!claim.names().isEmpty()
                && claim.animal().isEmpty()
                && claim.birth().isPresent()) {
            return book.patients().byBirth(claim.birth().get(), Asker.CALLER, now);
        }
        return CompletableFuture.completedFuture(List.of());
    }

    /** What was asked, with the patient who fits. */
    private record Question(Query.Stand asked, Optional<Patient> fit, IdentityConfig chosen) {
        Level level() {
            return asked.task().level(chosen);
        }

        boolean byProxy() {
            return asked.claim().proxy().isPresent();
        }

        /** Nothing is told to whoever books by name: a listed proxy may as the patient may. */
        boolean bookedByName() {
            return level() == Level.NAME && asked.task() == Task.BOOK;
        }

        private boolean wantsProof() {
            return byProxy() ? level() != Level.STAFF && !bookedByName() : level() == Level.FACTOR;
        }

        /** Digits are looked at: they may be guesses, and count. */
        boolean takesDigits() {
            return wantsProof()
                    && switch (chosen.factor()) {
                        case PIN -> asked.evidence() instanceof Evidence.Pin;
                        case TEXT -> asked.evidence() instanceof Evidence.Texted;
                        case NONE, CALL_BACK -> false;
                    };
        }

        /**
         * The number on file, where the practice sends codes for this. Whose visits are confidential gets none: others may see that
         * phone, and would learn where they are a patient.
         */
        Optional<String> numberForCode() {
            return fit.filter(patient -> wantsProof() && chosen.factor() == Factor.TEXT)
                    .map(Patient::details)
                    .filter(details -> !details.confidential())
                    .flatMap(PatientDetails::phone)
                    .filter(number -> !number.isBlank());
        }

        /** The very patient whom they name was proven by a code before. */
        boolean textedBefore() {
            return wantsProof()
                    && chosen.factor() == Factor.TEXT
                    && asked.evidence() instanceof Evidence.TextedBefore before
                    && fit.map(Patient::id).equals(Optional.of(before.patient()));
        }

        /** Whoever speaks was rung at the number of the very patient whom they name. */
        boolean calledBack() {
            return wantsProof()
                    && chosen.factor() == Factor.CALL_BACK
                    && asked.evidence() instanceof Evidence.CalledBack called
                    && fit.map(Patient::id).equals(Optional.of(called.patient()));
        }

        String subject() {
            return fit.map(Patient::id).orElse("none");
        }
    }

    private CompletableFuture<Standing> weighed(Question question, Instant now) {
        byte[] claim = claimed(question);
        return records.store()
                .write(unit -> shown(unit, question, claim, now))
                .thenApplyAsync(shown -> new Weighed(outcome(question, shown, now), shown.way()), threads)
                .thenCompose(weighed -> records.store().write(unit -> {
                    Outcome outcome = weighed.outcome();
                    if (question.takesDigits() && outcome.proven()) {
                        locks.forget(unit.handle(), claim, weighed.way());
                    }
                    unit.audit(new AuditEntry(
                            now, Asker.CALLER.actor(), "identity." + outcome.word(), question.subject()));
                    return outcome;
                }))
                .thenCompose(outcome -> standing(question, outcome, now));
    }

    private Shown shown(Unit unit, Question question, byte[] claim, Instant now) {
        Optional<String> patient = question.fit().map(Patient::id);
        List<ProxyTable.Row> listed =
                patient.map(id -> proxies.of(unit.handle(), id)).orElse(List.of());
        byte[] way = way(question, listed, claim, now);
        boolean mayProve = question.takesDigits()
                ? locks.charge(unit.handle(), claim, way, question.chosen().attempts(), life(question.chosen()), now)
                : !locks.locked(unit.handle(), claim, now);
        return new Shown(mayProve, way, patient.flatMap(id -> pins.of(unit.handle(), id)), listed);
    }

    /** Whose proof it is: the patient's own, a listed proxy's, or that of a name which nobody listed has. */
    private byte[] way(Question question, List<ProxyTable.Row> rows, byte[] claim, Instant now) {
        Query.Stand asked = question.asked();
        String whose = asked.claim()
                .proxy()
                .map(heard -> listed(rows, heard, asked.task(), now)
                        .map(row -> "proxy " + row.proxy().id())
                        .orElseGet(() -> "nobody " + Phonetics.key(heard)))
                .orElse("self");
        return records.keyed("identity-lock", HexFormat.of().formatHex(claim) + "|" + whose);
    }

    private static Duration life(IdentityConfig chosen) {
        return Duration.ofMinutes(chosen.lockMinutes());
    }

    /** What came of a question. */
    private enum Outcome {
        NOBODY,
        LOCKED,
        WRONG,
        CLAIMED,
        PROVEN_BY_NAME,
        PROVEN_BY_PIN,
        PROVEN_BY_TEXT,
        PROVEN_BY_CALL_BACK;

        boolean proven() {
            return compareTo(PROVEN_BY_NAME) >= 0;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Outcome outcome(Question question, Shown shown, Instant now) {
        Optional<ProxyTable.Row> proxy = proxy(question, shown, now);
        boolean may = !question.byProxy() || proxy.isPresent();
        if (!shown.mayProve()) {
            // Compared all the same: the time must not tell.
            var unused = byPin(question, shown, proxy);
            return Outcome.LOCKED;
        }
        Optional<Outcome> byDigits =
                byPin(question, shown, proxy).or(() -> may ? byText(question, shown, now) : Optional.empty());
        if (question.takesDigits()) {
            return byDigits.orElse(question.fit().isPresent() ? Outcome.WRONG : Outcome.NOBODY);
        }
        if (question.fit().isEmpty()) {
            return Outcome.NOBODY;
        }
        if (may && question.textedBefore()) {
            return Outcome.PROVEN_BY_TEXT;
        }
        if (may && question.calledBack()) {
            return Outcome.PROVEN_BY_CALL_BACK;
        }
        boolean byName = question.byProxy() ? question.bookedByName() : question.level() == Level.NAME;
        return may && byName ? Outcome.PROVEN_BY_NAME : Outcome.CLAIMED;
    }

    private Optional<ProxyTable.Row> proxy(Question question, Shown shown, Instant now) {
        Query.Stand asked = question.asked();
        return asked.claim().proxy().flatMap(heard -> listed(shown.proxies(), heard, asked.task(), now));
    }

    /** A code that is right is used up by it. */
    private Optional<Outcome> byText(Question question, Shown shown, Instant now) {
        return question.takesDigits()
                        && question.asked().evidence() instanceof Evidence.Texted given
                        && question.fit().isPresent()
                        && codes.redeem(shown.way(), given.digits(), now)
                ? Optional.of(Outcome.PROVEN_BY_TEXT)
                : Optional.empty();
    }

    /** How a right PIN proves it; empty where it is wrong, or not looked at. */
    private static Optional<Outcome> byPin(Question question, Shown shown, Optional<ProxyTable.Row> proxy) {
        if (!question.takesDigits() || !(question.asked().evidence() instanceof Evidence.Pin given)) {
            return Optional.empty();
        }
        Optional<PinHash> pin = question.byProxy() ? proxy.flatMap(ProxyTable.Row::pin) : shown.own();
        return right(pin, given.digits()) ? Optional.of(Outcome.PROVEN_BY_PIN) : Optional.empty();
    }

    private static boolean right(Optional<PinHash> pin, String given) {
        // Compared even where nothing can match: the time must not tell.
        return pin.orElse(PinHash.NOBODYS).matches(given.toCharArray()) && pin.isPresent();
    }

    /** One whom a court's order keeps away is not listed, however often they stand there. */
    private Optional<ProxyTable.Row> listed(List<ProxyTable.Row> rows, String heard, Task task, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, book.timetable().zone());
        List<ProxyTable.Row> named = Fit.named(heard, rows, row -> row.proxy().name());
        if (named.stream().anyMatch(row -> row.proxy().blocked())) {
            return Optional.empty();
        }
        List<ProxyTable.Row> may =
                named.stream().filter(row -> row.proxy().may(task, today)).toList();
        return Fit.clearest(heard, may, row -> row.proxy().name());
    }

    private CompletableFuture<Standing> standing(Question question, Outcome outcome, Instant now) {
        Optional<Patient> fit = question.fit();
        if (fit.isEmpty()) {
            return CompletableFuture.completedFuture(new Standing.Stranger());
        }
        Patient patient = fit.get();
        if (!outcome.proven()) {
            return CompletableFuture.completedFuture(new Standing.Claimed(patient.id()));
        }
        if (question.asked().task() == Task.BOOK) {
            return CompletableFuture.completedFuture(new Standing.Proven(patient.id(), List.of()));
        }
        // A family shares the number on file; a PIN is one person's.
        boolean hearsAll = outcome == Outcome.PROVEN_BY_PIN && !question.byProxy();
        return book.ofPatient(patient.id(), now, Asker.CALLER, now)
                .thenApply(all -> new Standing.Proven(
                        patient.id(),
                        all.stream()
                                .filter(each -> each.state().open()
                                        && each.time().start().isAfter(now))
                                .filter(each -> hearsAll || !confidential(patient, each))
                                .toList()));
    }

    private static boolean confidential(Patient patient, Appointment appointment) {
        return appointment.confidential() || patient.details().confidential();
    }

    /** Whom and whence: one patient, or one claim that fits nobody, from one number. A withheld one counts as a number. */
    private byte[] claimed(Question question) {
        Claim claim = question.asked().claim();
        String from = claim.from()
                .map(BookRecords::plainPhone)
                .filter(digits -> !digits.isEmpty())
                .orElse("withheld");
        String who = question.fit()
                .map(patient -> "patient " + patient.id())
                .orElseGet(() -> "nobody "
                        + claim.birth().map(LocalDate::toString).orElse("") + " "
                        + claim.phone().map(BookRecords::plainPhone).orElse("") + " "
                        + claim.animal().map(Phonetics::key).orElse("") + " "
                        + claim.names().stream().findFirst().map(Phonetics::key).orElse(""));
        return records.keyed("identity-lock", who + "|" + from);
    }
}
