package org.anteroom.agent.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.reception.Change;
import org.anteroom.agent.practice.reception.Claim;

/** What has to be on disk before the caller hears that it is done. Everything in it is PHI. */
public sealed interface Request {

    /**
     * A finished message for staff.
     *
     * @param name as the recogniser wrote it, empty where the caller would not give it
     * @param callBack digits, as confirmed by the caller
     * @param about the caller's own words as recognised; staff listen to the clips where the call is recorded
     * @param details what was understood of it, slot by slot
     * @param claim whom it is about, where staff shall read how the records stand to that; callers hear nothing of it
     */
    record TakeMessage(
            Category category,
            String name,
            String callBack,
            String about,
            List<Detail> details,
            Optional<Claim> claim,
            Optional<Clip> nameClip,
            Optional<Clip> aboutClip)
            implements Request {
        public TakeMessage {
            details = List.copyOf(details);
        }

        @Override
        public String toString() {
            return "TakeMessage[" + category + "]";
        }
    }

    /**
     * A finished message for the clinician on call, who is told of it at once.
     *
     * @param by when the caller will have been called back
     */
    record PromiseCallBack(TakeMessage message, Instant by) implements Request {
        @Override
        public String toString() {
            return "PromiseCallBack[" + by + "]";
        }
    }

    /**
     * What is known of a request whose caller hung up, or was handed to a person, before it was finished.
     *
     * @param confirmed whether the call-back number was confirmed by the caller
     * @param details what was understood of it, slot by slot
     */
    record IncompleteRequest(
            Category category,
            Optional<String> name,
            Optional<String> callBack,
            boolean confirmed,
            Optional<String> about,
            List<Detail> details,
            Optional<Clip> nameClip,
            Optional<Clip> aboutClip)
            implements Request {
        public IncompleteRequest {
            details = List.copyOf(details);
        }

        @Override
        public String toString() {
            return "IncompleteRequest[" + category + "]";
        }
    }

    /**
     * An unfinished message for the clinician on call, whose caller left with the number confirmed: the caller was promised
     * nothing, and is called back all the same.
     *
     * @param by when the caller should have been called back
     */
    record PageUnfinished(IncompleteRequest request, Instant by) implements Request {
        @Override
        public String toString() {
            return "PageUnfinished[" + by + "]";
        }
    }

    /**
     * A request for staff whose caller hangs up to be called back, and may have it done then.
     *
     * @param wish what is gone on with
     */
    record CallBackOnFile(TakeMessage message, CallBackWish wish) implements Request {
        @Override
        public String toString() {
            return "CallBackOnFile[" + wish.task() + "]";
        }
    }

    /** A change of the appointment book; answered also with {@link Input.Refused}. */
    record InBook(Change change) implements Request {
        @Override
        public String toString() {
            return "InBook[" + change.getClass().getSimpleName() + "]";
        }
    }

    /** The caller takes back the last message of this call, or what this call back was made for: staff need not see to it. */
    record Withdraw() implements Request {}

    /** Stop recording this call and shred what was recorded. */
    record StopRecording() implements Request {}
}
