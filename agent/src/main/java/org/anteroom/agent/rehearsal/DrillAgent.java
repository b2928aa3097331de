package org.anteroom.agent.rehearsal;

import java.util.function.Consumer;

/** The running receptionist as a drill sees it. The composition root implements it, because this room knows no calls. */
public interface DrillAgent {

    /** Asks leave for the next call.
     *
     *  @param told of everything that happens in it, on the call's threads: it must return at once
     *  @throws IllegalStateException when it may not be made now; the message says why
     */
    Leave ask(Consumer<Happening> told);

    /** Leave for one call; closing it ends the call. */
    interface Leave extends AutoCloseable {
        /** What the call must carry. */
        String token();

        @Override
        void close();
    }
}
