package org.anteroom.agent.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Answers digest challenges (RFC 7616; RFC 2069 where the server offers no qop): MD5 and SHA-256, each also as session
 * variant, {@code qop=auth}. Each challenge is answered once with a fresh cnonce, so the nonce count is always one.
 */
final class Digest {
    private static final String COUNT = "00000001";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LineSettings.Account account;

    Digest(LineSettings.Account account) {
        this.account = account;
    }

    static boolean supports(String algorithm) {
        return switch (algorithm.toUpperCase(Locale.ROOT)) {
            case "", "MD5", "MD5-SESS", "SHA-256", "SHA-256-SESS" -> true;
            default -> false;
        };
    }

    /** The value of the Authorization or Proxy-Authorization header. */
    String answer(Challenge challenge, String method, String uri) {
        byte[] cnonce = new byte[16];
        RANDOM.nextBytes(cnonce);
        return answer(challenge, method, uri, HexFormat.of().formatHex(cnonce));
    }

    String answer(Challenge challenge, String method, String uri, String cnonce) {
        String algorithm = challenge.algorithm().toUpperCase(Locale.ROOT);
        MessageDigest hash = hash(algorithm);
        String first = hex(
                hash,
                account.authUser()
                        + ':'
                        + challenge.realm()
                        + ':'
                        + account.password().reveal());
        if (algorithm.endsWith("-SESS")) {
            first = hex(hash, first + ':' + challenge.nonce() + ':' + cnonce);
        }
        String second = hex(hash, method + ':' + uri);
        String middle = challenge.qop() ? challenge.nonce() + ':' + COUNT + ':' + cnonce + ":auth" : challenge.nonce();
        StringBuilder value = new StringBuilder("Digest ");
        value.append("username=").append(quoted(account.authUser()));
        value.append(", realm=").append(quoted(challenge.realm()));
        value.append(", nonce=").append(quoted(challenge.nonce()));
        value.append(", uri=").append(quoted(uri));
        value.append(", response=").append(quoted(hex(hash, first + ':' + middle + ':' + second)));
        if (!algorithm.isEmpty()) {
            value.append(", algorithm=").append(challenge.algorithm());
        }
        if (challenge.qop() || algorithm.endsWith("-SESS")) {
            value.append(", cnonce=").append(quoted(cnonce));
        }
        if (challenge.qop()) {
            value.append(", qop=auth, nc=").append(COUNT);
        }
        challenge.opaque().ifPresent(opaque -> value.append(", opaque=").append(quoted(opaque)));
        return value.toString();
    }

    private static MessageDigest hash(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks a digest every Java must have", e);
        }
    }

    private static String hex(MessageDigest hash, String text) {
        return HexFormat.of().formatHex(hash.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
