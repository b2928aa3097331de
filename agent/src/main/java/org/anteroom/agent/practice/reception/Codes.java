package org.anteroom.agent.practice.reception;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One-time codes that are on their way or wait to be told: salted hashes, in memory alone, so that none is right after a restart.
 * Any thread.
 *
 * <pre>
 *   make     -> open for {@link #LIFE}; one before it of the same way counts no more
 *   redeem   -> right once, then gone; a wrong guess leaves it open (the lock-out counts those)
 * </pre>
 */
final class Codes {
    static final int DIGITS = 6;
    static final Duration LIFE = Duration.ofMinutes(10);
    /**
     * So many within {@link #COUNTED} for one patient, and for one number, whoever asks: nobody is sent texts without end, and
     * whoever books for patients that don't exist gives them what number they like.
     */
    static final int MOST_OF_ONE = 3;
    /** So many within {@link #COUNTED} altogether; bounds what is kept here as well. */
    static final int MOST_OF_ALL = 120;

    static final Duration COUNTED = Duration.ofHours(1);

    private static final int ALL = 1_000_000;
    private static final int SALT_BYTES = 16;

    /** A number ends alike with the country's code, with a zero, and with neither in front of it. */
    private static final int END_OF_NUMBER = 8;

    private record Code(byte[] salt, byte[] hash, Instant until) {}

    /** @param end of the number that it is sent to */
    private record Made(String patient, String end, Instant at) {
        @Override
        public String toString() {
            return "Made[" + at + "]";
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Supplier<String> digits;
    private final Map<String, Code> open = new HashMap<>();
    private final Deque<Made> made = new ArrayDeque<>();

    Codes() {
        this.digits = () -> String.format(Locale.ROOT, "%06d", random.nextInt(ALL));
    }

    /** @param digits of the codes to come, for those who can't know one that is made up */
    Codes(Supplier<String> digits) {
        this.digits = digits;
    }

    /**
     * A new code; empty when there were too many.
     *
     * @param way by which a claim is to be proved: the code is right for no other
     * @param patient id
     * @param number that it is sent to, as it is on file
     */
    synchronized Optional<String> make(byte[] way, String patient, String number, Instant now) {
        open.values().removeIf(code -> over(code, now));
        while (!made.isEmpty() && !made.getFirst().at().plus(COUNTED).isAfter(now)) {
            made.removeFirst();
        }
        String end = end(number);
        long ofPatient =
                made.stream().filter(each -> each.patient().equals(patient)).count();
        long ofNumber = made.stream().filter(each -> each.end().equals(end)).count();
        if (ofPatient >= MOST_OF_ONE || ofNumber >= MOST_OF_ONE || made.size() >= MOST_OF_ALL) {
            return Optional.empty();
        }
        made.addLast(new Made(patient, end, now));
        String code = digits.get();
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        open.put(HexFormat.of().formatHex(way), new Code(salt, hash(salt, code), now.plus(LIFE)));
        return Optional.of(code);
    }

    /** Whether this is the code that was made last for that way; if so it is used up. */
    synchronized boolean redeem(byte[] way, String given, Instant now) {
        String key = HexFormat.of().formatHex(way);
        Code code = open.get(key);
        boolean right =
                code != null && !over(code, now) && MessageDigest.isEqual(code.hash(), hash(code.salt(), given));
        if (right) {
            open.remove(key);
        }
        return right;
    }

    private static String end(String number) {
        String plain = number.replaceAll("[^0-9]", "");
        return plain.substring(Math.max(0, plain.length() - END_OF_NUMBER));
    }

    private static boolean over(Code code, Instant now) {
        return !code.until().isAfter(now);
    }

    private static byte[] hash(byte[] salt, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(code.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256; install a complete one", e);
        }
    }
}
