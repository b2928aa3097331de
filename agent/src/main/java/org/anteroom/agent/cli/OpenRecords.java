package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.anteroom.agent.call.CallLog;
import org.anteroom.agent.call.EmergencyLog;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.practice.CallBacks;
import org.anteroom.agent.practice.Inbox;
import org.anteroom.agent.practice.book.LocalBook;
import org.anteroom.agent.practice.book.Timetable;
import org.anteroom.agent.records.FolderInUse;
import org.anteroom.agent.records.Recordings;
import org.anteroom.agent.records.Store;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;

/** The vault and the store of a configuration, opened, and the rooms that keep things there. */
record OpenRecords(
        Store store,
        Inbox inbox,
        CallBacks callBacks,
        LocalBook book,
        CallLog calls,
        EmergencyLog emergencies,
        Recordings recordings)
        implements AutoCloseable {

    /** Opens them under their exclusive lock.
     *
     *  @throws FolderInUse when another process holds them
     *  @throws StoreException when the database can't be used
     *  @throws VaultException when the key can't be used
     */
    static OpenRecords open(Config config, Counters counters, Health health, Clock clock) throws VaultException {
        Path folder = config.records().folder();
        Vault vault = Vault.open(config.records().keyFile(), folder);
        Store store = Store.open(folder, vault, counters, health);
        try {
            Recordings recordings = Recordings.open(folder, vault);
            return new OpenRecords(
                    store,
                    new Inbox(store, vault, clock),
                    new CallBacks(store, vault, clock),
                    LocalBook.open(store, vault, Timetable.of(config.practice(), List.of()), clock.instant()),
                    new CallLog(store, vault, clock),
                    new EmergencyLog(store, vault, recordings, clock),
                    recordings);
        } catch (StoreException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
