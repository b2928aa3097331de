package org.anteroom.agent.dialogue;

import java.util.ArrayList;
import java.util.List;

/**
 * What one input led to in a talk in which keys alone mean something.
 *
 * @param <S> the state of such a talk
 */
public record KeyTurn<S>(S state, List<Act> acts) {
    public KeyTurn {
        acts = List.copyOf(acts);
    }

    /** Nothing is to be done. */
    static <S> KeyTurn<S> nothing(S state) {
        return new KeyTurn<>(state, List.of());
    }

    /** Sentences, and then a key is waited for. */
    static <S> KeyTurn<S> saying(S state, List<Act.Say> sentences, Listen listen) {
        return new KeyTurn<S>(state, List.of(listen)).after(sentences);
    }

    /** A last sentence. */
    static <S> KeyTurn<S> end(S ended, Act.Say sentence) {
        return new KeyTurn<>(ended, List.of(sentence, new Act.End()));
    }

    /** The same after these sentences. */
    KeyTurn<S> after(List<Act.Say> sentences) {
        List<Act> both = new ArrayList<>(sentences);
        both.addAll(acts);
        return new KeyTurn<>(state, both);
    }
}
