package org.anteroom.agent.config;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as it is kept: salted and hashed slowly (PBKDF2 with HMAC-SHA-256, RFC 8018 section 5.2), so that whoever reads it has
 * no PIN yet. {@code toString} holds nothing of it.
 *
 * @param salt hex
 * @param rounds of the hash
 * @param hash hex
 */
public record PinHash(String salt, int rounds, String hash) {
    /** No PIN matches it. Compared where there is none to compare with, so that the time taken doesn't tell. */
    public static final PinHash NOBODYS = new PinHash("00".repeat(16), 210_000, "00".repeat(32));

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]+):([0-9]{1,8}):([0-9a-f]+)");

    public PinHash {
        requireNonNull(salt, "salt");
        requireNonNull(hash, "hash");
    }

    /** A new one. Takes about a tenth of a second, as {@link #matches} does. */
    public static PinHash of(char[] pin, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PinHash(HEX.formatHex(salt), ROUNDS, HEX.formatHex(hash(pin, salt, ROUNDS)));
    }

    /** Reads what {@link #text} wrote; empty where it is something else. */
    public static Optional<PinHash> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new PinHash(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    /** All of it in one text. */
    public String text() {
        return salt + ":" + rounds + ":" + hash;
    }

    /** Whether this is the PIN. Takes as long for one that is nearly right as for any other. */
    public boolean matches(char[] pin) {
        try {
            return MessageDigest.isEqual(HEX.parseHex(hash), hash(pin, HEX.parseHex(salt), rounds));
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PinHash[]";
    }

    private static byte[] hash(char[] pin, byte[] salt, int rounds) {
        char[] copy = Arrays.copyOf(pin, pin.length);
        PBEKeySpec spec = new PBEKeySpec(copy, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no PBKDF2WithHmacSHA256; install a complete one", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(copy, '0');
        }
    }
}
