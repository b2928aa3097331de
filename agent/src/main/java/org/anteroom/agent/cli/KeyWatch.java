package org.anteroom.agent.cli;

import java.util.Optional;
import org.anteroom.agent.config.RecordsConfig;
import org.anteroom.agent.records.Vault;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;

/** Looks whether the next start would find the key of the records. The running service has it in memory and misses nothing,
 *  so nobody would notice before that start, which may be in the night after a power cut. Any thread; reads three small files.
 */
record KeyWatch(RecordsConfig where, Health health) {

    void look() {
        Optional<String> trouble = Vault.trouble(where.keyFile(), where.folder());
        health.report(
                Condition.KEY,
                trouble.isEmpty(),
                trouble.map(sentence -> sentence + " The running service stores on; after a restart it would serve"
                                + " emergencies only.")
                        .orElse("The key of the records is in its place."));
    }
}
