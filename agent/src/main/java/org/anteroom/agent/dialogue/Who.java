package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Evidence;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.practice.reception.Task;

/**
 * The patient as far as the caller has told: kept for the whole call, so that nobody is asked twice.
 *
 * @param relation empty until something was asked for
 * @param names of the patient as heard, the likeliest first
 * @param notBorn dates that were read back and are not it
 * @param birthWithheld whether the caller won't tell it, or doesn't know
 * @param animal its name
 * @param proof that the caller may speak for them: of nobody else
 */
record Who(
        Optional<Relation> relation,
        List<String> names,
        Optional<LocalDate> birth,
        Set<LocalDate> notBorn,
        boolean birthWithheld,
        Optional<String> animal,
        Proof proof) {
    static final Who NOBODY = unknown(Optional.empty());

    Who {
        names = List.copyOf(names);
        notBorn = Set.copyOf(notBorn);
    }

    private static Who unknown(Optional<Relation> relation) {
        return new Who(relation, List.of(), Optional.empty(), Set.of(), false, Optional.empty(), Proof.NONE);
    }

    boolean other() {
        return relation.equals(Optional.of(Relation.OTHER));
    }

    /** Somebody else is another patient: nothing that was told of the one is true of the other. */
    Who of(Relation said) {
        boolean other = relation.isPresent() && !relation.get().equals(said);
        return other
                ? unknown(Optional.of(said))
                : new Who(Optional.of(said), names, birth, notBorn, birthWithheld, animal, proof);
    }

    /** Another of the caller's people, or of their animals. */
    Who another() {
        return unknown(relation);
    }

    Who named(List<String> heard) {
        return new Who(relation, heard, birth, notBorn, birthWithheld, animal, Proof.NONE);
    }

    Who born(LocalDate day) {
        return new Who(relation, names, Optional.of(day), notBorn, false, animal, Proof.NONE);
    }

    /** The date of birth was read back and is another. */
    Who notBornThen() {
        Set<LocalDate> denied = new HashSet<>(notBorn);
        birth.ifPresent(denied::add);
        return new Who(relation, names, birth, denied, birthWithheld, animal, proof);
    }

    /** The likeliest of these that was not read back before; the likeliest where all were. */
    Optional<LocalDate> bornOn(List<LocalDate> readings) {
        return readings.stream()
                .filter(day -> !notBorn.contains(day))
                .findFirst()
                .or(() -> readings.stream().findFirst());
    }

    /** Of the same name; what else shows whether it is the patient is asked for again. */
    Who unidentified() {
        return new Who(relation, names, Optional.empty(), Set.of(), false, Optional.empty(), Proof.NONE);
    }

    Who withheldBirth() {
        return new Who(relation, names, birth, notBorn, true, animal, proof);
    }

    Who animal(String name) {
        return new Who(relation, names, birth, notBorn, birthWithheld, Optional.of(name), Proof.NONE);
    }

    Who proving(Evidence evidence) {
        return proof(proof.given(evidence));
    }

    /** A text with a code was asked for. */
    Who texted() {
        return proof(proof.texted());
    }

    /** How many of them. */
    int codes() {
        return proof.codes();
    }

    /** The proof is asked for once more. */
    Who unproven() {
        return proof(proof.again());
    }

    /** The same patient; what was found of them counts no more. */
    Who unstood() {
        return proof(proof.unstood());
    }

    Who stands(Task task, Standing now) {
        return proof(proof.found(task, now));
    }

    private Who proof(Proof changed) {
        return new Who(relation, names, birth, notBorn, birthWithheld, animal, changed);
    }

    /** What the caller has shown; empty where it was not asked for yet, or is asked for again. */
    Optional<Evidence> shown() {
        return proof.shown();
    }

    /** Whether something was given that may be right another time, and fewer times than so many. */
    boolean mayTryAgain(int most) {
        return shown().filter(Who::mayBeRightLater).isPresent() && proof.tries() < most;
    }

    /** Digits may be misheard or mistyped, and somebody else may have answered; a code that was right before stays as it is. */
    private static boolean mayBeRightLater(Evidence evidence) {
        return evidence instanceof Evidence.Pin
                || evidence instanceof Evidence.Texted
                || evidence instanceof Evidence.CalledBack;
    }

    Optional<Proof.Stood> standing() {
        return proof.stood();
    }

    Optional<Standing> standing(Task task) {
        return standing().filter(stood -> stood.task() == task).map(Proof.Stood::standing);
    }

    Optional<Standing.Proven> proven(Task task) {
        return standing(task)
                .flatMap(stood -> stood instanceof Standing.Proven proven ? Optional.of(proven) : Optional.empty());
    }

    /** Id of the patient, where one fits. */
    Optional<String> patient() {
        return standing().flatMap(stood -> stood.standing().fits());
    }

    /**
     * @param form holds the caller's own name and number
     * @param from digits of the number the call comes from
     */
    Claim claim(Form form, Optional<String> from) {
        Optional<String> caller = form.name().filter(name -> !name.isBlank());
        return new Claim(
                names.isEmpty() ? caller.map(List::of).orElse(List.of()) : names,
                birth,
                animal,
                animal.isPresent()
                        ? form.callBack().filter(number -> !number.isBlank()).or(() -> from)
                        : Optional.empty(),
                other() ? Optional.of(caller.orElse("")) : Optional.empty(),
                from);
    }

    @Override
    public String toString() {
        return "Who[" + relation.map(Enum::name).orElse("unknown") + "]";
    }
}
