package org.anteroom.agent.cli;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The terminal that standard output is, if it is one. Java tells neither its size nor, in all its versions, whether it is
 *  there. Any thread.
 */
final class Terminal {

    /** Columns and rows. */
    record Size(int columns, int rows) {}

    /** What a terminal has that doesn't tell. */
    static final Size USUAL = new Size(80, 24);

    private static final int STANDARD_INPUT = 0;
    private static final int STANDARD_OUTPUT = 1;
    /** ioctl_tty(2). */
    private static final long TIOCGWINSZ = 0x5413;

    private static final boolean THERE = register();

    private Terminal() {}

    static boolean isStandardOutput() {
        return THERE && isatty(STANDARD_OUTPUT) == 1;
    }

    static boolean isStandardInput() {
        return THERE && isatty(STANDARD_INPUT) == 1;
    }

    /** Its size now: people change that of windows. */
    static Size size() {
        byte[] winsize = new byte[4 * Short.BYTES];
        if (!THERE || ioctl(STANDARD_OUTPUT, TIOCGWINSZ, winsize) != 0) {
            return USUAL;
        }
        ByteBuffer told = ByteBuffer.wrap(winsize).order(ByteOrder.nativeOrder());
        int rows = told.getShort();
        int columns = told.getShort();
        return rows < 2 || columns < 20 ? USUAL : new Size(columns, rows);
    }

    private static boolean register() {
        try {
            Native.register(Terminal.class, "c");
            return true;
        } catch (LinkageError e) {
            // UnsatisfiedLinkError where JNA's native is missing; NoClassDefFoundError where JNA had failed before.
            return false;
        }
    }

    private static native int isatty(int descriptor);

    private static native int ioctl(int descriptor, long request, byte[] winsize);
}
