package org.anteroom.agent.call;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.dialogue.Act;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.DutyTalk;
import org.anteroom.agent.dialogue.DutyWords;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.HandOver;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Hand-overs of the on-call phone by phone: lets their calls in, compares PINs, rings the other one, and has the plan changed
 * when the PIN was right and the taker has pressed the key. Owns the thread {@code hand-over}, on which everything slow is
 * done; its other methods never block and may be called from any thread.
 */
public final class HandOvers implements AutoCloseable {
    private static final int WAITING = 16;
    private static final long CLOSE_SECONDS = 2;

    private final OncallConfig oncall;
    private final DutyDoor door;
    private final DutyBook book;
    private final Catalogue catalogue;
    private final Clock clock;
    private final ZoneId zone;
    private final PinCheck pins;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), ThreadNames.named(ThreadNames.HAND_OVER));
    private volatile Supplier<OwnCalls.Means> means = () -> {
        throw new IllegalStateException("the line is not served");
    };

    /** @param zone the practice's */
    public HandOvers(OncallConfig oncall, ZoneId zone, DutyBook book, Catalogue catalogue, Alarms alarms, Clock clock) {
        this.oncall = oncall;
        this.zone = zone;
        this.door = new DutyDoor(oncall);
        this.book = book;
        this.pins = new PinCheck(oncall, book, alarms, clock);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Rings phones with these means from now on. */
    void serve(Supplier<OwnCalls.Means> line) {
        means = line;
    }

    /** The call, where it is about a hand-over; empty for an ordinary one. */
    Optional<DutyCall> knock(Invitation invitation) {
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
        return slowly(() -> pins.of(people, phone, typed));
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
        var unused = ring(handOver.taker(), question, () -> slowly(() -> book.handOver(handOver))
                        .thenApply(news -> {
                            outcome.complete(news);
                            return text(DutyTalk.told(news, handOver, false, here()));
                        }))
                .whenComplete((answer, fault) -> {
                    if (fault != null) {
                        outcome.complete(new DutyNews.NotNow());
                    } else if (answer != DutyAnswer.TAKEN) {
                        outcome.complete(new DutyNews.NotTaken());
                    }
                });
        return outcome;
    }

    /** Hands over to whoever calls, who has pressed the accept key, and tells the giver. */
    CompletableFuture<DutyNews> take(HandOver handOver) {
        return slowly(() -> {
            DutyNews news = book.handOver(handOver);
            if (news instanceof DutyNews.Done) {
                tell(news, handOver, true);
            }
            return news;
        });
    }

    /** Rings one of both with the outcome. Should nobody answer, {@code anteroom oncall now} knows it as well. */
    void tell(DutyNews news, HandOver handOver, boolean giver) {
        String outcome = text(DutyTalk.told(news, handOver, giver, here()));
        String key = catalogue.text(TemplateId.DUTY_HEARD, Map.of(Slot.KEY, DutyTalk.key(acceptKey())));
        String noted = catalogue.text(TemplateId.ALARM_NOTED, Map.of());
        var unused = ring(
                giver ? handOver.giver() : handOver.taker(),
                outcome + " " + key,
                () -> CompletableFuture.completedFuture(noted));
    }

    private CompletableFuture<DutyAnswer> ring(
            String who, String announcement, Supplier<CompletableFuture<String>> taken) {
        try {
            return new DutyRing(means.get(), phones(who), announcement, taken).run();
        } catch (IllegalStateException noLine) {
            return CompletableFuture.failedFuture(noLine);
        }
    }

    private List<CallBackOwner> phones(String who) {
        List<String> numbers = oncall.people().stream()
                .filter(person -> person.name().equals(who))
                .flatMap(person -> person.numbers().stream())
                .toList();
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> new CallBackOwner(i == 0 ? who : who + " (" + (i + 1) + ")", numbers.get(i)))
                .toList();
    }

    /** The outcome of something slow; whatever keeps it from happening has changed nothing. */
    private CompletableFuture<DutyNews> slowly(Supplier<DutyNews> work) {
        try {
            return CompletableFuture.supplyAsync(work, thread).exceptionally(fault -> new DutyNews.NotNow());
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedFuture(new DutyNews.NotNow());
        }
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
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
