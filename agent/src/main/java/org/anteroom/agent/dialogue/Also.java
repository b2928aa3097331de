package org.anteroom.agent.dialogue;

import java.util.Optional;

/**
 * The second of two wishes in one sentence: kept while the first is seen to, then begun as if it had been said then.
 *
 * @param said the words of this wish alone
 */
record Also(Intent intent, Input.Said said) {

    Optional<Job> job() {
        return Job.of(intent);
    }

    /** Under which staff find it, where the caller leaves before it is begun. */
    Category category() {
        return job().map(Job::category)
                .orElse(
                        switch (intent) {
                            case BILLING -> Category.BILLING;
                            case RECORDS -> Category.RECORDS;
                            default -> Category.MESSAGE;
                        });
    }

    /** Says that it was not forgotten, and begins it. */
    static Step begin(Reply reply, Also also) {
        Reply now = reply.errand(reply.errand().also(Optional.empty())).say(also.sentence());
        return Requests.begun(now, also.said(), also.intent());
    }

    private TemplateId sentence() {
        return switch (intent) {
            case RESCHEDULE -> TemplateId.ALSO_MOVE;
            case CANCEL -> TemplateId.ALSO_CANCEL;
            case CONFIRM -> TemplateId.ALSO_CONFIRM;
            case REFILL -> TemplateId.ALSO_REFILL;
            case INSURANCE -> TemplateId.ALSO_INSURANCE;
            case BILLING -> TemplateId.ALSO_BILLING;
            case RECORDS -> TemplateId.ALSO_RECORDS;
            case MESSAGE -> TemplateId.ALSO_MESSAGE;
            default -> TemplateId.ALSO_BOOK;
        };
    }

    @Override
    public String toString() {
        return "Also[" + intent + "]";
    }
}
