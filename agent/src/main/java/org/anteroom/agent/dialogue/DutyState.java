package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.emergency.DutyChoice;
import org.anteroom.agent.emergency.HandOver;

/**
 * A talk about a hand-over as a value. It holds no PIN.
 *
 * @param known who calls, once their PIN was right
 * @param choice the rota
 * @param other to whom, or from whom; empty before it was chosen
 * @param handOver what was chosen
 * @param quiet how often nothing was typed
 * @param missed the outcome that came while nobody could be told
 */
public record DutyState(
        DutyStage stage,
        Optional<DutyNews.Known> known,
        Optional<DutyChoice> choice,
        Optional<String> other,
        Optional<HandOver> handOver,
        int quiet,
        Optional<DutyNews> missed) {

    static final DutyState NEW = beginning(DutyStage.NEW);

    /** Nobody is known, nothing is chosen. */
    static DutyState beginning(DutyStage stage) {
        return new DutyState(
                stage, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    /** The same at another stage; as it was where the table doesn't know the way. */
    DutyState at(DutyStage next) {
        return stage.mayBecome(next)
                ? new DutyState(next, known, choice, other, handOver, next == stage ? quiet : 0, missed)
                : this;
    }

    DutyState knowing(DutyNews.Known who) {
        return new DutyState(stage, Optional.of(who), choice, other, handOver, quiet, missed);
    }

    DutyState choosing(DutyChoice rota) {
        return new DutyState(stage, known, Optional.of(rota), other, handOver, quiet, missed);
    }

    DutyState with(String whom) {
        return new DutyState(stage, known, choice, Optional.of(whom), handOver, quiet, missed);
    }

    DutyState wanting(HandOver what) {
        return new DutyState(stage, known, choice, other, Optional.of(what), quiet, missed);
    }

    DutyState quieter() {
        return new DutyState(stage, known, choice, other, handOver, quiet + 1, missed);
    }

    DutyState missing(DutyNews outcome) {
        return new DutyState(stage, known, choice, other, handOver, quiet, Optional.of(outcome));
    }

    /** The names of a menu's rows, in their order. */
    List<String> others() {
        return choice.map(DutyChoice::others).orElse(List.of());
    }

    @Override
    public String toString() {
        return "DutyState[" + stage + "]";
    }
}
