package org.anteroom.agent.dialogue;

/** What a {@link StaffTalk} wants done, beside the PIN. Answers come as {@link StaffNews}, or {@link DutyNews.NotNow}. */
public sealed interface StaffWish extends DutyWish {

    /** Put it in force, and keep it. */
    record Put(String who, StaffOverride what) implements StaffWish {}

    /** End it before its time. */
    record Lift(String who, StaffOverride what) implements StaffWish {}
}
