package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.Input;
import org.anteroom.agent.dialogue.Step;
import org.anteroom.agent.dialogue.Understood;
import org.anteroom.agent.emergency.Evidence;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.TransferVerdict;
import org.anteroom.media.Digit;
import org.anteroom.media.PlaybackListener;
import org.anteroom.speech.Heard;

/** What reaches the mailbox of a call. {@code nanos} is {@link System#nanoTime} of the moment it is about. */
sealed interface Mail {

    /** The call was let in: open the sound and answer. First. */
    record Admitted() implements Mail {}

    /** The caller's leg. */
    record CallerLeg(LegEvent event) implements Mail {}

    /** The caller's words. Emergency lane. */
    record CallerHeard(Heard heard, long nanos) implements Mail {}

    /** What a clause of the caller was found to mean. Emergency lane. */
    record CallerScored(Evidence.Scored scored, long nanos) implements Mail {}

    /** What a finished turn of the caller is for; empty where it could not be found out. */
    record CallerMeant(int turn, Optional<Understood> understood, long nanos) implements Mail {}

    /** A key of the caller. Emergency lane. */
    record CallerKey(Digit digit, long nanos) implements Mail {}

    /** A sentence to the caller began, ended or was stopped. Emergency lane: the own-voice guard needs it in time. */
    record CallerPlayback(int utterance, PlaybackListener.Event event, long nanos) implements Mail {}

    /** An outbound leg. Emergency lane. */
    record FarLegEvent(FarLeg leg, LegEvent event, long nanos) implements Mail {}

    /** An outbound leg was asked whether it still stands, and nobody answers. Emergency lane. */
    record FarUnanswered(FarLeg leg, long nanos) implements Mail {}

    /** A key on an outbound leg. Emergency lane. */
    record FarKey(FarLeg leg, char key, long nanos) implements Mail {}

    /** The first sound of a sentence to an outbound leg has left. Emergency lane. */
    record FarHears(FarLeg leg, long nanos) implements Mail {}

    /** A sentence to an outbound leg ended. Emergency lane. */
    record FarSpoken(FarLeg leg, int utterance) implements Mail {}

    /** What the PBX said to taking this phone and the caller over. Emergency lane. */
    record Transferred(FarLeg leg, TransferVerdict verdict, long nanos) implements Mail {}

    /** The conversation answered. */
    record Stepped(Input input, Step step, long nanos) implements Mail {}

    /** The conversation threw. */
    record StepFailed(Throwable fault) implements Mail {}

    /** A request was stored, or could not be. */
    record Stored(Input outcome) implements Mail {}

    /** A page of the journal went to the disk; what could not be written comes back. */
    record JournalWritten(List<CallJournal.Entry> unwritten) implements Mail {}

    /** Time passes. */
    record Tick(long nanos) implements Mail {}

    /** An emergency begins: a test of the on-call phones, or a drill, lets go of them. */
    record GiveWay() implements Mail {}

    /** What was said at the phone about a promised call-back is on the disk, or could not be put there. */
    record CallBackKept(FarLeg leg, boolean stored) implements Mail {}

    /** What comes of a hand-over, for the call that is about it. */
    record DutyTold(DutyNews news) implements Mail {}

    /** What is to be said to whoever took a hand-over, now that it is kept or can't be. */
    record DutyKept(String sentence) implements Mail {}

    /** The service stops: let the call end as the plan says. */
    record Finish(WindDown plan) implements Mail {}

    /** The service is closed: end the call, at the deadline whatever its state. */
    record Stop(long deadlineNanos) implements Mail {}
}
