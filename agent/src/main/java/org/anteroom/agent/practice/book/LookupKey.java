package org.anteroom.agent.practice.book;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anteroom.agent.records.Cell;
import org.anteroom.agent.records.Vault;
import org.jdbi.v3.core.Handle;

/**
 * Hashes by which sealed rows are found: HMAC-SHA-256 under a secret that lies in the database, sealed by the vault. Who has
 * the file but not the key can't try names against them. Any thread.
 */
final class LookupKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final Cell CELL = new Cell("lookup_secret", "1", "secret");

    private final SecretKeySpec secret;

    private LookupKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Reads it; makes it where there is none yet. Within a unit of work. */
    static LookupKey of(Handle handle, Vault vault) {
        return handle.createQuery("select secret_sealed from lookup_secret where id = 1")
                .mapTo(byte[].class)
                .findOne()
                .map(shut -> new LookupKey(vault.openBytes(CELL, shut)))
                .orElseGet(() -> fresh(handle, vault));
    }

    private static LookupKey fresh(Handle handle, Vault vault) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        handle.createUpdate("insert into lookup_secret (id, secret_sealed) values (1, :sealed)")
                .bind("sealed", vault.sealBytes(CELL, bytes))
                .execute();
        return new LookupKey(bytes);
    }

    byte[] nameAndBirth(String name, LocalDate birth) {
        return hash("name-birth", plainName(name) + "|" + birth);
    }

    byte[] birth(LocalDate birth) {
        return hash("birth", birth.toString());
    }

    byte[] phone(String phone) {
        return hash("phone", plainPhone(phone));
    }

    /** @param kind what the id is of, so that a patient's and an appointment's don't look alike */
    byte[] externalId(String kind, String id) {
        return hash("external-" + kind, id.strip());
    }

    byte[] keyed(String purpose, String value) {
        return hash(purpose, value);
    }

    /** Letters and digits in lower case, without accents, the words in order of the alphabet: "Oakley, Ann" is Ann Oakley. */
    static String plainName(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’]", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Digits alone; the 1 before an American number is left out. */
    static String plainPhone(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
    }

    private byte[] hash(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal((purpose + "\0" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
