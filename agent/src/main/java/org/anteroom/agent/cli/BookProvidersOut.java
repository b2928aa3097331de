package org.anteroom.agent.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.practice.book.Asker;
import org.anteroom.agent.practice.book.Book;

/** Providers who are out, as the practice's book keeps it: it offers their times to no caller. */
record BookProvidersOut(Book book) implements ProvidersOut {

    @Override
    public List<Standing> at(Instant now) {
        return book.absences(now).stream()
                .filter(absence -> !absence.from().isAfter(now))
                .map(absence -> new Standing(absence.provider(), absence.to()))
                .toList();
    }

    @Override
    public List<Instant> out(String provider, Instant from, Instant to, String actor) throws Failure {
        return Desk.await(book.out(provider, from, to, Asker.staff(actor), from))
                .orElseThrow(() -> Failure.failed("There is no provider '" + Text.plain(provider, 30) + "' any more."))
                .stream()
                .map(appointment -> appointment.time().start())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public void in(String provider, String actor, Instant now) throws Failure {
        CompletableFuture<Boolean> back = book.in(provider, Asker.staff(actor), now);
        if (!Desk.await(back)) {
            throw Failure.failed("They are not out.");
        }
    }
}
