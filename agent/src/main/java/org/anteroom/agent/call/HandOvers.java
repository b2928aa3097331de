package org.anteroom.agent.call;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.DutyTalk;
import org.anteroom.agent.dialogue.DutyWords;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Hand-overs of the on-call phone by phone: lets their calls in, compares PINs, rings the other one, and has the plan changed
 * when the PIN was right and the taker has pressed the key. Owns the thread {@code hand-over}, on which everything slow is
 * done, and {@code hand-over-told}, which rings again whoever has not heard the outcome; its other methods never block and may be called from any thread.
 */
public final class HandOvers implements AutoCloseable {
    private final OncallConfig oncall;
    private final DutyDoor door;
    private final DutyBook book;
    private final Catalogue catalogue;
    private final Clock clock;
    private final ZoneId zone;
    private final PinCheck pins;
    private final SlowWork slow = new SlowWork(ThreadNames.HAND_OVER, "a hand-over by phone");
    private final ScheduledThreadPoolExecutor later =
            new ScheduledThreadPoolExecutor(1, ThreadNames.named(ThreadNames.HAND_OVER_TOLD));
    private final DutyTelling telling;
    private volatile DutyPhones phones;

    /** @param zone the practice's */
    public HandOvers(OncallConfig oncall, ZoneId zone, DutyBook book, Catalogue catalogue, Alarms alarms, Clock clock) {
        this.oncall = oncall;
        this.zone = zone;
        this.door = new DutyDoor(oncall);
        this.book = book;
        this.pins = new PinCheck(purpose(oncall), book, alarms, clock);
        this.catalogue = catalogue;
        this.clock = clock;
        this.phones = new DutyPhones.OnLine(oncall, () -> {
            throw new IllegalStateException("the line is not served");
        });
        this.telling = new DutyTelling(
                oncall,
                () -> phones,
                (pause, task) -> {
                    var unused = later.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
                },
                alarms);
    }

    static PinPurpose purpose(OncallConfig oncall) {
        return new PinPurpose(
                "hand-over",
                "to hand over the on-call phone",
                "hand over by phone",
                "No hand-over",
                "anteroom oncall pin",
                oncall::keyOf);
    }

    /** Rings phones with these means from now on. */
    void serve(Supplier<OwnCalls.Means> line) {
        ring(new DutyPhones.OnLine(oncall, line));
    }

    /** Rings these phones from now on. */
    void ring(DutyPhones theirs) {
        phones = theirs;
    }

    /** The call, where it is about a hand-over; empty for an ordinary one. */
    Optional<PinCall> knock(Invitation invitation) {
        List<String> people = door.knock(invitation);
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new DutyCall(
                        this,
                        new DutyTalk(zone, acceptKey()),
                        people,
                        invitation.caller().map(DutyDoor::digits).orElse("")));
    }

    /** Whether it is the PIN of one of these people. */
    CompletableFuture<DutyNews> check(List<String> people, String phone, String typed) {
        return slow.answer(() -> pins.of(people, phone, typed));
    }

    /** Rings the taker and hands over once they have pressed the accept key. */
    CompletableFuture<DutyNews> ask(HandOver handOver) {
        CompletableFuture<DutyNews> outcome = new CompletableFuture<>();
        String question = catalogue.text(
                TemplateId.DUTY_ASKED,
                Map.of(
                        Slot.WHO,
                        handOver.giver(),
                        Slot.WHEN,
                        DutyWords.moment(handOver.until(), here()),
                        Slot.KEY,
                        DutyTalk.key(acceptKey())));
        AtomicBoolean taken = new AtomicBoolean();
        var unused = phones.ring(handOver.taker(), question, () -> {
                    taken.set(true);
                    return slow.answer(() -> book.handOver(handOver)).thenApply(news -> {
                        outcome.complete(news);
                        return text(DutyTalk.told(news, handOver, false, here()));
                    });
                })
                .whenComplete((end, fault) -> {
                    if (!taken.get()) {
                        outcome.complete(fault == null ? new DutyNews.NotTaken() : new DutyNews.NotNow());
                    } else if (fault != null || !end.heard()) {
                        // They have pressed the key, and their leg went away before they heard what came of it.
                        var unusedTelling = outcome.thenAccept(news -> tell(news, handOver, false));
                    }
                });
        return outcome;
    }

    /** Hands over to whoever calls, who has pressed the accept key, and tells the giver. */
    CompletableFuture<DutyNews> take(HandOver handOver) {
        CompletableFuture<DutyNews> outcome = slow.answer(() -> book.handOver(handOver));
        var unused = outcome.thenAccept(news -> {
            if (news instanceof DutyNews.Done) {
                tell(news, handOver, true);
            }
        });
        return outcome;
    }

    /** Rings one of both with the outcome, again and again until they have heard it; an alarm where that fails. */
    void tell(DutyNews news, HandOver handOver, boolean giver) {
        String key = catalogue.text(TemplateId.DUTY_HEARD, Map.of(Slot.KEY, DutyTalk.key(acceptKey())));
        telling.tell(
                giver ? handOver.giver() : handOver.taker(),
                () -> text(DutyTalk.told(news, handOver, giver, here())) + " " + key,
                () -> catalogue.text(TemplateId.ALARM_NOTED, Map.of()));
    }

    private String text(Act.Say say) {
        return catalogue.text(say);
    }

    private char acceptKey() {
        return oncall.acceptKey().charAt(0);
    }

    private LocalDateTime here() {
        return LocalDateTime.ofInstant(clock.instant(), zone);
    }

    /** Finishes what is being written, within two seconds. */
    @Override
    public void close() {
        later.shutdownNow();
        telling.close();
        slow.close();
    }
}
