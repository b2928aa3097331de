package org.anteroom.agent.dialogue;

import java.util.Optional;
import org.anteroom.agent.practice.reception.Task;

/** What a caller rings for that takes more than a message. */
enum Job {
    BOOK(Category.APPOINTMENT, Task.BOOK),
    RESCHEDULE(Category.APPOINTMENT, Task.RESCHEDULE),
    CANCEL(Category.APPOINTMENT, Task.CANCEL),
    CONFIRM(Category.APPOINTMENT, Task.CONFIRM),
    INSURANCE(Category.INSURANCE, Task.REFILL),
    REFILL(Category.REFILL, Task.REFILL);

    private final Category category;
    private final Task task;

    Job(Category category, Task task) {
        this.category = category;
        this.task = task;
    }

    /** Under which staff find what is left of it. */
    Category category() {
        return category;
    }

    Task task() {
        return task;
    }

    /** Whether it is about an appointment that there is already. */
    boolean changes() {
        return this == RESCHEDULE || this == CANCEL || this == CONFIRM;
    }

    /** Whether a new time is looked for. */
    boolean seeks() {
        return this == BOOK || this == RESCHEDULE;
    }

    /** The job that an intent asks for. */
    static Optional<Job> of(Intent intent) {
        return switch (intent) {
            case BOOK, NEW_PATIENT -> Optional.of(BOOK);
            case RESCHEDULE -> Optional.of(RESCHEDULE);
            case CANCEL -> Optional.of(CANCEL);
            case CONFIRM -> Optional.of(CONFIRM);
            case INSURANCE -> Optional.of(INSURANCE);
            case REFILL -> Optional.of(REFILL);
            default -> Optional.empty();
        };
    }
}
