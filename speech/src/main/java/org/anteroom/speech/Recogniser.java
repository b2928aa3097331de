package org.anteroom.speech;

import java.util.List;

/** Turns 16 kHz audio into words. One thread at a time; any method may throw when the native side fails. */
interface Recogniser extends AutoCloseable {

    /** Feeds n samples at 16 kHz; decodes what it can at once. */
    void feed(short[] pcm16k, int n);

    /** The words since the last {@link #finish}, best guess so far. Cheap when nothing changed. */
    List<String> partial();

    /**
     * What was recognised since the last finish, with times in ms of fed audio (0 = first sample ever fed), and a state in which
     * the next words come out as they would from a new recogniser.
     */
    Recognised finish();

    /** How much was ever fed, in ms. */
    long fedMs();

    @Override
    void close();
}
