package org.anteroom.agent.config;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The PIN with which somebody hands over by phone, as it is kept: salted and hashed slowly (PBKDF2, RFC 8018 section 5.2), so
 * that whoever reads the file has no PIN yet. Its text form holds neither.
 *
 * @param who name of an [[oncall.person]]
 * @param salt hex
 * @param rounds of the hash
 * @param hash hex
 */
public record OncallPin(
        @Key(doc = "Name of a person.", example = "Dr. Yu") String who,
        @Key(doc = "Random, in hex.", example = "00") String salt,
        @Key(doc = "Rounds of PBKDF2 with HMAC-SHA-256.", example = "210000", min = 1, max = 10_000_000) int rounds,
        @Key(doc = "The hash, in hex.", example = "00") String hash) {

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();

    /** A new one. Takes about a tenth of a second, as {@link #matches} does. */
    public static OncallPin of(String who, char[] pin, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new OncallPin(who, HEX.formatHex(salt), ROUNDS, HEX.formatHex(hash(pin, salt, ROUNDS)));
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
        return "OncallPin[" + who + "]";
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
