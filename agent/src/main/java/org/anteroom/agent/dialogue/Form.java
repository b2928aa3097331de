package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.Detail;
import org.anteroom.agent.practice.reception.Claim;

/**
 * A message as far as it is known. Immutable; each {@code with} changes one slot.
 *
 * @param category empty while no message is being taken
 * @param name empty text where the caller would not give it
 * @param callBack digits
 * @param confirmed whether the caller said yes to the number
 */
public record Form(
        Optional<Category> category,
        Optional<String> name,
        Optional<Clip> nameClip,
        Optional<String> callBack,
        boolean confirmed,
        Optional<String> about,
        Optional<Clip> aboutClip) {

    static final Form EMPTY = new Form(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    /** A finished message is at most this long, in characters; what is said beyond it is on the recording only. */
    static final int LONGEST_ABOUT = 4_000;

    Form as(Category newCategory) {
        return new Form(Optional.of(newCategory), name, nameClip, callBack, confirmed, about, aboutClip);
    }

    Form withName(String newName, Optional<Clip> clip) {
        return new Form(category, Optional.of(newName), clip, callBack, confirmed, about, aboutClip);
    }

    Form withNumber(String digits) {
        return new Form(category, name, nameClip, Optional.of(digits), false, about, aboutClip);
    }

    Form withConfirmedNumber(String digits) {
        return new Form(category, name, nameClip, Optional.of(digits), true, about, aboutClip);
    }

    /** Adds to what it is about; the clip grows to cover both. */
    Form adding(String words, Clip clip) {
        String joined = about.map(before -> before + ". " + words).orElse(words);
        String bounded = joined.length() > LONGEST_ABOUT ? joined.substring(0, LONGEST_ABOUT) : joined;
        return new Form(
                category, name, nameClip, callBack, confirmed, Optional.of(bounded), Optional.of(covering(clip)));
    }

    /** What was understood of it may be wrong, as names and medicines are: staff hear it as well. */
    Form heard(Clip clip) {
        return new Form(category, name, nameClip, callBack, confirmed, about, Optional.of(covering(clip)));
    }

    private Clip covering(Clip clip) {
        return aboutClip.map(before -> before.join(clip)).orElse(clip);
    }

    /** The same caller's next message: who and where to call are known, nothing else is. */
    Form kept() {
        return new Form(Optional.empty(), name, nameClip, callBack, confirmed, Optional.empty(), Optional.empty());
    }

    /** The slot to ask for next; {@link Stage#MORE} when nothing is missing. */
    Stage missing(boolean callerNumberKnown) {
        if (name.isEmpty()) {
            return Stage.NAME;
        }
        if (callBack.isEmpty()) {
            return callerNumberKnown ? Stage.SAME_NUMBER : Stage.NUMBER;
        }
        if (!confirmed) {
            return Stage.CONFIRM_NUMBER;
        }
        return about.isEmpty() ? Stage.ABOUT : Stage.MORE;
    }

    /** Whether there is anything that staff could use. */
    boolean worthKeeping() {
        return category.isPresent() && (name.isPresent() || callBack.isPresent() || about.isPresent());
    }

    /** The finished message; a name or number that is missing is empty. */
    Request.TakeMessage finished(List<Detail> details, Optional<Claim> claim) {
        return new Request.TakeMessage(
                category.orElse(Category.MESSAGE),
                name.orElse(""),
                callBack.orElse(""),
                about.orElse(""),
                details,
                claim,
                nameClip,
                aboutClip);
    }

    Request.IncompleteRequest unfinished(List<Detail> details) {
        return new Request.IncompleteRequest(
                category.orElse(Category.MESSAGE), name, callBack, confirmed, about, details, nameClip, aboutClip);
    }

    @Override
    public String toString() {
        return "Form[" + category.map(Enum::name).orElse("none") + "]";
    }
}
