package org.anteroom.agent.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.reception.Claim;
import org.anteroom.agent.practice.reception.Standing;
import org.anteroom.agent.practice.reception.Task;

/**
 * The patient as far as the caller has told: kept for the whole call, so that nobody is asked twice.
 *
 * @param relation empty until something was asked for
 * @param names of the patient as heard, the likeliest first
 * @param nameClip where the patient's name was said, where that is not the caller's own
 * @param birthWithheld whether the caller won't tell it, or doesn't know
 * @param animal its name
 * @param pin what was given for one; empty text for "I have none"
 * @param pins how many were given
 * @param standing what came of it, and for what
 */
record Who(
        Optional<Relation> relation,
        List<String> names,
        Optional<Clip> nameClip,
        Optional<LocalDate> birth,
        boolean birthWithheld,
        Optional<String> animal,
        Optional<String> pin,
        int pins,
        Optional<Stood> standing) {
    static final Who NOBODY = new Who(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty());

    Who {
        names = List.copyOf(names);
    }

    /** What a caller may do for which task. */
    record Stood(Task task, Standing standing) {}

    boolean other() {
        return relation.equals(Optional.of(Relation.OTHER));
    }

    /** Somebody else is another patient: nothing that was told of the one is true of the other. */
    Who of(Relation said) {
        boolean other = relation.isPresent() && !relation.get().equals(said);
        return other
                ? new Who(
                        Optional.of(said),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty())
                : new Who(Optional.of(said), names, nameClip, birth, birthWithheld, animal, pin, pins, standing);
    }

    /** Another of the caller's people, or of their animals. */
    Who another() {
        return new Who(
                relation,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** The same patient; what was found of them counts no more. */
    Who unstood() {
        return new Who(relation, names, nameClip, birth, birthWithheld, animal, pin, pins, Optional.empty());
    }

    Who named(List<String> heard, Optional<Clip> clip) {
        return new Who(relation, heard, clip, birth, birthWithheld, animal, Optional.empty(), 0, Optional.empty());
    }

    Who born(LocalDate day) {
        return new Who(
                relation, names, nameClip, Optional.of(day), false, animal, Optional.empty(), 0, Optional.empty());
    }

    Who birthWithheld(boolean withheld) {
        return new Who(relation, names, nameClip, birth, withheld, animal, pin, pins, standing);
    }

    Who animal(String name) {
        return new Who(
                relation,
                names,
                nameClip,
                birth,
                birthWithheld,
                Optional.of(name),
                Optional.empty(),
                0,
                Optional.empty());
    }

    Who proving(String digits) {
        return new Who(
                relation,
                names,
                nameClip,
                birth,
                birthWithheld,
                animal,
                Optional.of(digits),
                pins + 1,
                Optional.empty());
    }

    /** The proof is asked for once more. */
    Who unproven() {
        return new Who(
                relation, names, nameClip, birth, birthWithheld, animal, Optional.empty(), pins, Optional.empty());
    }

    Who stands(Task task, Standing now) {
        return new Who(
                relation, names, nameClip, birth, birthWithheld, animal, pin, pins, Optional.of(new Stood(task, now)));
    }

    Optional<Standing> standing(Task task) {
        return standing.filter(stood -> stood.task() == task).map(Stood::standing);
    }

    Optional<Standing.Proven> proven(Task task) {
        return standing(task)
                .flatMap(stood -> stood instanceof Standing.Proven proven ? Optional.of(proven) : Optional.empty());
    }

    /** Id of the patient, where one fits. */
    Optional<String> patient() {
        return standing.flatMap(stood -> {
            if (stood.standing() instanceof Standing.Proven proven) {
                return Optional.of(proven.patient());
            }
            return stood.standing() instanceof Standing.Claimed claimed
                    ? Optional.of(claimed.patient())
                    : Optional.empty();
        });
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
