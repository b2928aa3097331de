package org.anteroom.agent.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digest access authentication as practice PBXs do it (RFC 3261 section 22, MD5 with qop=auth). Nonces carry their
 *  own age under a secret of this start, so that nothing is stored per caller and a restart makes them stale.
 */
final class PbxDigest {

    enum Verdict {
        GOOD,
        STALE,
        MISSING,
        WRONG
    }

    private static final long NONCE_LIFE_MS = 120_000;
    private static final Pattern FIELD = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^,\\s]+))");

    private final String realm;
    private final byte[] secret = new byte[32];

    PbxDigest(String realm) {
        this.realm = realm;
        new SecureRandom().nextBytes(secret);
    }

    String challenge(long nowMs, boolean stale) {
        return "Digest realm=\"" + realm + "\", nonce=\"" + nonce(nowMs) + "\", qop=\"auth\", algorithm=MD5"
                + (stale ? ", stale=true" : "");
    }

    /** Judges the Authorization or Proxy-Authorization value of a request. */
    Verdict judge(String authorization, String method, String user, String password, long nowMs) {
        if (!authorization.regionMatches(true, 0, "Digest ", 0, 7)) {
            return Verdict.MISSING;
        }
        Map<String, String> fields = fields(authorization.substring(7));
        if (!realm.equals(fields.get("realm")) || !user.equals(fields.get("username"))) {
            return Verdict.WRONG;
        }
        String ha1 = md5(user + ":" + realm + ":" + password);
        String ha2 = md5(method + ":" + fields.getOrDefault("uri", ""));
        String nonce = fields.getOrDefault("nonce", "");
        String expected = fields.containsKey("qop")
                ? md5(ha1 + ":" + nonce + ":" + fields.getOrDefault("nc", "") + ":" + fields.getOrDefault("cnonce", "")
                        + ":" + fields.get("qop") + ":" + ha2)
                : md5(ha1 + ":" + nonce + ":" + ha2);
        byte[] response = fields.getOrDefault("response", "").getBytes(ISO_8859_1);
        if (!MessageDigest.isEqual(expected.getBytes(ISO_8859_1), response)) {
            return Verdict.WRONG;
        }
        return fresh(nonce, nowMs) ? Verdict.GOOD : Verdict.STALE;
    }

    private boolean fresh(String nonce, long nowMs) {
        if (!nonce.matches("[0-9a-f]{16,80}")) {
            return false;
        }
        long made = Long.parseUnsignedLong(nonce.substring(0, 16), 16);
        boolean ours = MessageDigest.isEqual(nonce(made).getBytes(ISO_8859_1), nonce.getBytes(ISO_8859_1));
        return ours && nowMs - made >= 0 && nowMs - made < NONCE_LIFE_MS;
    }

    private String nonce(long madeMs) {
        String made = String.format(Locale.ROOT, "%016x", madeMs);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return made + HexFormat.of().formatHex(mac.doFinal(made.getBytes(ISO_8859_1)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HmacSHA256, which every one must have.", e);
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            fields.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return fields;
    }

    /** MD5 because that is what RFC 3261 peers speak; nothing but the loopback depends on it. */
    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks MD5, which every one must have.", e);
        }
    }
}
