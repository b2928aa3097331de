package org.anteroom.agent.dialogue;

import java.util.EnumMap;
import java.util.Map;
import org.anteroom.agent.practice.book.Hold;
import org.anteroom.agent.practice.reception.Query;

/**
 * What a step wants done, in this order: sentences, at most one {@link NotUnderstood}, and last one act that leaves
 * something to wait for ({@link Listen}, {@link Commit}, {@link LookUp}, {@link Transfer}), or {@link End}.
 *
 * <p>Exceptions: before all of them a time may be {@linkplain LetGo let go}; before {@link End} an unfinished message may be
 * committed, and nobody waits for that; and a step without such a last act leaves awaited what was awaited, whether it says
 * something or nothing.
 */
public sealed interface Act
        permits Act.Say,
                Act.NotUnderstood,
                Act.Commit,
                Act.LookUp,
                Act.LetGo,
                Act.HandOver,
                Act.Transfer,
                Act.End,
                Listen {

    /**
     * Speak one template of the catalogue.
     *
     * @param again at the caller's wish: in the words in which it was said before
     */
    record Say(TemplateId id, Map<Slot, String> slots, boolean again) implements Act {
        public Say {
            if (!slots.keySet().equals(id.slots())) {
                throw new IllegalArgumentException(
                        id.key() + " needs the slots " + id.slots() + ", got " + slots.keySet());
            }
            slots = Map.copyOf(slots);
        }

        /** For the first time, or asked anew. */
        public Say(TemplateId id, Map<Slot, String> slots) {
            this(id, slots, false);
        }

        static Say of(TemplateId id) {
            return new Say(id, Map.of());
        }

        static Say of(TemplateId id, Slot slot, String value) {
            return new Say(id, Map.of(slot, value));
        }

        static Say of(TemplateId id, Slot one, String first, Slot other, String second) {
            EnumMap<Slot, String> slots = new EnumMap<>(Slot.class);
            slots.put(one, first);
            slots.put(other, second);
            return new Say(id, slots);
        }

        /** The same once more, because it was not heard. */
        Say repeated() {
            return new Say(id, slots, true);
        }

        @Override
        public String toString() {
            return "Say[" + id.key() + "]";
        }
    }

    /** Evidence for the detector: speech was heard and not understood. */
    record NotUnderstood() implements Act {}

    /** Put this on disk, then answer with {@link Input.Committed}, {@link Input.Refused} or {@link Input.CommitFailed}. */
    record Commit(Request request) implements Act {
        @Override
        public String toString() {
            return "Commit[" + request.getClass().getSimpleName() + "]";
        }
    }

    /** Ask the practice's records, then answer with {@link Input.Found}. */
    record LookUp(Query query) implements Act {
        @Override
        public String toString() {
            return "LookUp[" + query.getClass().getSimpleName() + "]";
        }
    }

    /** Nobody needs this time any more; nobody waits for what comes of that either. */
    record LetGo(Hold hold) implements Act {
        @Override
        public String toString() {
            return "LetGo[]";
        }
    }

    /** See to it; what comes of it comes back as {@link Input.Duty}. Nobody waits for it without a {@link Listen}. */
    record HandOver(DutyWish wish) implements Act {}

    /** Hand the caller over; a failure comes back as {@link Input.TransferFailed}. */
    record Transfer(Destination to, Reason reason) implements Act {}

    /** Say what was asked to be said, then hang up. */
    record End() implements Act {}

    /** Why a caller is handed over, for the journal and the on-call phone. */
    enum Reason {
        CALLER_ASKED,
        NOT_UNDERSTOOD,
        ANY_KEY,
        LANGUAGE,
        CLINICIAN_ASKED,
        PROVIDER,
        URGENT_PROVIDER,
        COULD_NOT_SAVE
    }
}
