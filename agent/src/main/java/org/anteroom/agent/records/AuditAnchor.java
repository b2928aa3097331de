package org.anteroom.agent.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The end of the audit chain as last committed, sealed in a file of its own beside the database. */
record AuditAnchor(long number, byte[] hash) {
    static final String FILE = "audit.anchor";
    private static final Cell CELL = new Cell("audit", "anchor", "end");

    /** Of a trail without entries: written with a new database, so that a missing anchor always means something. */
    static AuditAnchor start() {
        return new AuditAnchor(0, new byte[0]);
    }

    static AuditAnchor of(AuditTrail.Stored last) {
        return new AuditAnchor(last.number(), last.hash());
    }

    void write(Path folder, Vault vault) throws IOException {
        byte[] plain =
                ByteBuffer.allocate(8 + hash.length).putLong(number).put(hash).array();
        Durable.replace(folder.resolve(FILE), vault.sealBytes(CELL, plain), Durable.OWNER);
    }

    /** The anchor; empty when there is none or it does not open. */
    static Optional<AuditAnchor> read(Path folder, Vault vault) {
        try {
            if (!Files.exists(folder.resolve(FILE))) {
                return Optional.empty();
            }
            ByteBuffer plain = ByteBuffer.wrap(vault.openBytes(CELL, Files.readAllBytes(folder.resolve(FILE))));
            long number = plain.getLong();
            byte[] hash = new byte[plain.remaining()];
            plain.get(hash);
            return Optional.of(new AuditAnchor(number, hash));
        } catch (IOException | StoreException e) {
            return Optional.empty();
        }
    }
}
