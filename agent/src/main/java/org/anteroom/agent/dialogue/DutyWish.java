package org.anteroom.agent.dialogue;

import org.anteroom.agent.emergency.HandOver;

/** What a {@link DutyTalk}, or a {@link StaffTalk}, wants done. Answers come as {@link DutyNews}; only {@link TellByPhone} has none. */
public sealed interface DutyWish
        permits DutyWish.CheckPin, DutyWish.Ask, DutyWish.Take, DutyWish.TellByPhone, StaffWish {

    /** Find out whose PIN was typed. Its text form doesn't hold it. */
    record CheckPin(String typed) implements DutyWish {
        @Override
        public String toString() {
            return "CheckPin";
        }
    }

    /** Ring the taker, and hand over once they have taken it with the key. */
    record Ask(HandOver handOver) implements DutyWish {}

    /** Whoever calls has taken it with the key: hand over, and tell the giver by phone. */
    record Take(HandOver handOver) implements DutyWish {}

    /** Whoever calls has gone before they heard the outcome: ring them with it. */
    record TellByPhone() implements DutyWish {}
}
