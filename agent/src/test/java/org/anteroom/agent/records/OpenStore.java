package org.anteroom.agent.records;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;

/** A real store in a folder of its own, as tests of this room and of rooms above it use one. */
public final class OpenStore implements AutoCloseable {
    private final Path data;
    private final Vault vault;
    private final Counters counters = new Counters();
    private final Health health = new Health();
    private Store store;

    /** Opens the store under {@code folder}, with a key beside it; a second one on the same folder takes both as they are. */
    public OpenStore(Path folder) throws Exception {
        Path key = folder.resolve("records.key");
        if (!Files.exists(key)) {
            Vault.createKeyFile(key);
        }
        data = folder.resolve("data");
        vault = Vault.open(key, data);
        store = Store.open(data, vault, counters, health);
    }

    public Store store() {
        return store;
    }

    public Vault vault() {
        return vault;
    }

    public Path data() {
        return data;
    }

    public Counters counters() {
        return counters;
    }

    public Health health() {
        return health;
    }

    /** Closes and opens the store again, as a restart of the service does. */
    public void reopen() {
        store.close();
        store = Store.open(data, vault, counters, health);
    }

    /** Waits for a future of the store. */
    public static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        store.close();
    }
}
