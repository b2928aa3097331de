package org.anteroom.agent.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.records.AuditEntry;
import org.anteroom.agent.records.Store;
import org.slf4j.Logger;

/** Where it is written down who did something about the people on call or the alarms: in the audit trail where the records
 *  can be used, and in the log, without the name of the account, where they can't. Any thread; blocks for
 *  {@value #WITHIN_SECONDS} s at most.
 */
record Trail(Optional<Store> store, Clock clock, Logger log) {

    private static final long WITHIN_SECONDS = 5;

    /** @param what the same for people, as the first words of a line
     *  @param subject ids only, as in {@link AuditEntry}
     */
    void write(String what, String actor, String action, String subject) {
        if (store.isEmpty()) {
            log.info("{} by {}: {}.", what, unnamed(actor), subject);
            return;
        }
        try {
            AuditEntry entry = new AuditEntry(clock.instant(), actor, action, subject);
            CompletableFuture<Boolean> written = store.get().write(unit -> {
                unit.audit(entry);
                return true;
            });
            written.get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.warn("{} ({}) could not be written to the audit trail.", what, subject);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The account's number without its name, as {@link Actor} writes them: logs hold no names. */
    private static String unnamed(String actor) {
        int name = actor.indexOf('(');
        return name < 0 ? actor : actor.substring(0, name);
    }
}
