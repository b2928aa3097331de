package org.anteroom.agent.config;

import java.security.SecureRandom;

/**
 * The PIN with which somebody hands over by phone, as it is kept: a {@link PinHash}. Its text form holds nothing of it.
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

    /** A new one. Takes about a tenth of a second, as {@link #matches} does. */
    public static OncallPin of(String who, char[] pin, SecureRandom random) {
        PinHash made = PinHash.of(pin, random);
        return new OncallPin(who, made.salt(), made.rounds(), made.hash());
    }

    /** Whether this is the PIN. Takes as long for one that is nearly right as for any other. */
    public boolean matches(char[] pin) {
        return new PinHash(salt, rounds, hash).matches(pin);
    }

    @Override
    public String toString() {
        return "OncallPin[" + who + "]";
    }
}
