package org.anteroom.agent.cli;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Who asks for something, as the audit trail names them: {@code uid:1000(name)}. The number is what the kernel vouches
 *  for; the name is for people and is left out where the system knows none. Any thread.
 */
final class Actor {

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_NAME = 64;
    /** Where pw_uid stands in a struct passwd, in bytes; below 0 where the C library can't be called. */
    private static final long UID_OFFSET = register();

    private Actor() {}

    /** The peer of a socket.
     *
     *  @param principal its user as Java gives it: the account's name, or the number where the system has no name for it
     */
    static String named(String principal) {
        return principal.matches("[0-9]+") ? "uid:" + principal : of(uid(principal), principal);
    }

    /**
     * Who did something by phone, with a PIN or a key of theirs: {@code phone(Dr._Yu)}.
     *
     * @param person empty where the number they call from is that of several
     */
    static String byPhone(String person) {
        String plain = plain(person.isEmpty() ? "several" : person);
        return "phone(" + plain.substring(0, Math.min(LONGEST_NAME, plain.length())) + ")";
    }

    /** The user this process runs as. */
    static String ofThisProcess() {
        return of(UID_OFFSET >= 0 ? Integer.toUnsignedString(geteuid()) : UNKNOWN, System.getProperty("user.name", ""));
    }

    private static String of(String uid, String name) {
        String plain = plain(name);
        boolean known = !plain.isEmpty() && !name.equals("?");
        return "uid:" + uid + (known ? "(" + plain.substring(0, Math.min(LONGEST_NAME, plain.length())) + ")" : "");
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._@-]", "_");
    }

    /** getpwnam answers from one buffer of the process. */
    private static synchronized String uid(String name) {
        Pointer passwd = UID_OFFSET >= 0 ? getpwnam(name) : null;
        return passwd == null ? UNKNOWN : Integer.toUnsignedString(passwd.getInt(UID_OFFSET));
    }

    private static long register() {
        try {
            Native.register(Actor.class, "c");
            // struct passwd begins with pw_name and pw_passwd, two pointers (pwd.h).
            return 2L * Native.POINTER_SIZE;
        } catch (LinkageError e) {
            // UnsatisfiedLinkError where JNA's native is missing; NoClassDefFoundError where JNA had failed before.
            return -1;
        }
    }

    private static native @Nullable Pointer getpwnam(String name);

    private static native int geteuid();
}
