package org.anteroom.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.anteroom.agent.config.Config;
import org.anteroom.agent.records.StoreException;
import org.anteroom.agent.records.VaultException;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;

/** Whether the next start would be a whole one: the configuration is in order, and its records open. */
final class Mended {

    private Mended() {}

    /** Opens the records for a moment, so nothing else may hold them.
     *
     *  @param settled how long the configuration must be unchanged: somebody may be in the middle of it
     */
    static boolean whole(Path file, Duration settled, Clock clock) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            StartingPoint from = StartingPoint.of(file, clock.instant());
            return changed.plus(settled).isBefore(clock.instant())
                    && from.config().isPresent()
                    && opens(from.config().get(), clock);
        } catch (IOException | Failure broken) {
            return false;
        }
    }

    private static boolean opens(Config config, Clock clock) {
        try {
            OpenRecords.open(config, new Counters(), new Health(), clock).close();
            return true;
        } catch (StoreException | VaultException broken) {
            return false;
        }
    }
}
