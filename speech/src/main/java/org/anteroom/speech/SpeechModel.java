package org.anteroom.speech;

import java.io.IOException;
import java.util.List;

/** A loaded model, from which recognisers are made. Any thread. */
interface SpeechModel extends AutoCloseable {

    /** A recogniser of everything in the model's vocabulary. */
    Recogniser open() throws IOException;

    /** A recogniser of these phrases alone; null never: a model that can't listen for phrases throws. */
    Recogniser grammar(List<String> phrases) throws IOException;

    @Override
    void close();
}
