package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.records.OpenStore.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.config.VisitType;
import org.anteroom.agent.practice.book.Animal;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Offer;
import org.anteroom.agent.practice.book.OpenBook;
import org.anteroom.agent.practice.book.Patient;
import org.anteroom.agent.practice.book.PatientDetails;
import org.anteroom.agent.practice.book.SmallPractice;
import org.anteroom.agent.practice.book.Visit;

/** A reception over a real book in a folder of its own, with short words for what tests ask of it. */
final class FrontDesk implements AutoCloseable {
    /** A Monday, seven in the morning. */
    static final Instant NOW = at("2026-06-01T07:00");

    static final LocalDate BORN = LocalDate.parse("1980-02-29");
    static final Asker STAFF = Asker.staff("uid:1000(ann)");
    static final IdentityConfig PIN =
            new IdentityConfig(Factor.PIN, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30);
    static final Duration AT_ONCE = Duration.ofMillis(1);

    /** A code on its way. */
    record Texted(String number, String code) {}

    private final OpenBook open;
    private final SmallPractice practice = SmallPractice.usual()
            .visitTypes(
                    SmallPractice.visit("exam", 30, 0, 0),
                    SmallPractice.visit("scaling", 30, 0, 0, VisitType.ByPhone.STAFF_APPROVAL));
    private LocalBook book;
    private final List<Texted> texts = new CopyOnWriteArrayList<>();
    private IdentityConfig rules = PIN;
    private Reception reception;

    FrontDesk(Path folder) throws Exception {
        open = new OpenBook(folder, practice, NOW);
        book = open.book();
        reception = reception(AT_ONCE);
    }

    void goBy(IdentityConfig others) {
        rules = others;
    }

    void restart(Instant now) {
        book = open.reopened(practice, now);
        reception = reception(AT_ONCE);
    }

    /** Another one over the same book, with no code of the first. */
    Reception reception(Duration floor) {
        return new Reception(book, () -> rules, new Codes(), this::texted, ReceptionThreads.SHARED, floor);
    }

    private void texted(String number, String code) {
        texts.add(new Texted(number, code));
    }

    /** What was sent to phones, in order. */
    List<Texted> texts() {
        return List.copyOf(texts);
    }

    /** The last of them. */
    String code() {
        return texts.get(texts.size() - 1).code();
    }

    void sendCode(Claim claim, Task task, Instant now) throws Exception {
        await(reception.answer(new Query.SendCode(claim, task), now));
    }

    LocalBook book() {
        return book;
    }

    OpenBook open() {
        return open;
    }

    Reception reception() {
        return reception;
    }

    Credentials credentials() {
        return new Credentials(book);
    }

    String patient(String name) throws Exception {
        return patient(new PatientDetails(
                name, Optional.of(BORN), Optional.of("2125550173"), Optional.of("ext " + name), false));
    }

    String animal(String owner, String animal, String phone) throws Exception {
        return patient(new PatientDetails(
                owner,
                Optional.empty(),
                Optional.of(phone),
                Optional.of("ext " + owner + animal),
                false,
                Optional.of(new Animal(animal, Optional.of("cat")))));
    }

    String patient(PatientDetails details) throws Exception {
        Patient stored = await(book.patients().enrol(details, STAFF, NOW));
        return stored.id();
    }

    void pin(String patient, String pin) throws Exception {
        await(credentials().setPin(patient, pin.toCharArray(), STAFF, NOW));
    }

    Proxy proxy(String patient, String name, String pin, boolean blocked, Task... tasks) throws Exception {
        return await(credentials()
                .addProxy(
                        patient,
                        name,
                        "daughter",
                        Set.of(tasks),
                        LocalDate.parse("2026-12-31"),
                        blocked,
                        Optional.of(pin).filter(digits -> !digits.isEmpty()).map(String::toCharArray),
                        STAFF,
                        NOW));
    }

    Appointment booked(String patient, String start, boolean confidential) throws Exception {
        Visit visit = new Visit(patient, false, false, confidential, Optional.empty());
        return await(book.book(exam(start), visit, STAFF, NOW)).kept().orElseThrow();
    }

    Standing stand(Claim claim, Task task, String pin) throws Exception {
        return stand(claim, task, pin, NOW);
    }

    Standing stand(Claim claim, Task task, String pin, Instant now) throws Exception {
        return await(asked(claim, task, pin, now));
    }

    CompletableFuture<Standing> asked(Claim claim, Task task, String pin, Instant now) {
        return asked(claim, task, pin.isEmpty() ? new Evidence.None() : new Evidence.Pin(pin), now);
    }

    CompletableFuture<Standing> asked(Claim claim, Task task, Evidence evidence, Instant now) {
        return reception.answer(new Query.Stand(claim, task, evidence), now).thenApply(found -> ((Found.Stands) found)
                .standing());
    }

    Standing shown(Claim claim, Task task, Evidence evidence) throws Exception {
        return await(asked(claim, task, evidence, NOW));
    }

    Hold held(String start) throws Exception {
        return await(book.hold(exam(start), NOW)).orElseThrow();
    }

    /** Somebody born on {@link #BORN}, from a number of their own. */
    static Claim claim(String... names) {
        return new Claim(
                List.of(names),
                Optional.of(BORN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2125550100"));
    }

    static Claim by(String proxy, Claim claim) {
        return new Claim(claim.names(), claim.birth(), claim.animal(), claim.phone(), Optional.of(proxy), claim.from());
    }

    static Claim from(Optional<String> number, Claim claim) {
        return new Claim(claim.names(), claim.birth(), claim.animal(), claim.phone(), claim.proxy(), number);
    }

    static Claim animalClaim(String owner, String animal, String phone) {
        return new Claim(
                List.of(owner),
                Optional.empty(),
                Optional.of(animal),
                Optional.of(phone),
                Optional.empty(),
                Optional.of("2125550100"));
    }

    static Offer exam(String start) {
        return offer("exam", start);
    }

    static Offer offer(String visit, String start) {
        Instant from = at(start);
        return new Offer("ortiz", Optional.empty(), visit, from, from.plus(Duration.ofMinutes(30)));
    }

    static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(SmallPractice.ZONE).toInstant();
    }

    @Override
    public void close() {
        open.close();
    }
}
