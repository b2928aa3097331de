package org.anteroom.agent.rehearsal;

/** What a phone does in one call, from answered to hung up. Runs on a thread of that call and may wait. */
@FunctionalInterface
public interface PhoneScript {
    void play(PhoneCall call) throws Exception;
}
