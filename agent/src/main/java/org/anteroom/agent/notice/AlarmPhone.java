package org.anteroom.agent.notice;

/** Rings a phone over the practice's PBX and says aloud what is wrong. */
@FunctionalInterface
public interface AlarmPhone {
    /**
     * Rings, and speaks until a person presses the accept key or the phone's time is up: about a minute at most. Blocks.
     *
     * @param number as the PBX dials it
     * @param kind what is wrong; there is a reviewed sentence for each
     * @param taken runs when the key was pressed, before the person is told that it is noted; any thread, never blocks
     * @throws Undelivered when no person pressed the key
     * @throws InterruptedException when interrupted; the phone has stopped ringing then
     */
    void tell(String number, Alarm.Kind kind, Runnable taken) throws Undelivered, InterruptedException;
}
