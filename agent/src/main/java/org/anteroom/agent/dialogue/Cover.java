package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * What is on an insurance card, as far as it was told. Each method changes one thing.
 *
 * @param payer as the practice writes it, or as heard
 * @param listed whether the practice takes it
 * @param memberId capitals and digits
 * @param confirmed whether the caller said yes to it
 * @param tries how often it was given
 * @param group empty text for none
 * @param ownPlan whether it is the patient's own
 * @param subscriber whose plan it is
 */
record Cover(
        Optional<String> payer,
        boolean listed,
        Optional<String> memberId,
        boolean confirmed,
        int tries,
        Optional<String> group,
        Optional<Boolean> ownPlan,
        Optional<String> subscriber) {
    static final Cover NONE = new Cover(
            Optional.empty(), false, Optional.empty(), false, 0, Optional.empty(), Optional.empty(), Optional.empty());

    Cover by(String name, boolean taken) {
        return new Cover(Optional.of(name), taken, memberId, confirmed, tries, group, ownPlan, subscriber);
    }

    Cover id(String heard) {
        return new Cover(payer, listed, Optional.of(heard), false, tries + 1, group, ownPlan, subscriber);
    }

    Cover idConfirmed() {
        return new Cover(payer, listed, memberId, true, tries, group, ownPlan, subscriber);
    }

    Cover group(String heard) {
        return new Cover(payer, listed, memberId, confirmed, tries, Optional.of(heard), ownPlan, subscriber);
    }

    Cover own(boolean patients) {
        return new Cover(payer, listed, memberId, confirmed, tries, group, Optional.of(patients), subscriber);
    }

    Cover of(String person) {
        return new Cover(payer, listed, memberId, confirmed, tries, group, Optional.of(false), Optional.of(person));
    }

    @Override
    public String toString() {
        return "Cover[" + tries + "]";
    }
}
