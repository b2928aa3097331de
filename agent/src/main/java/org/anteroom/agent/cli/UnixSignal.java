package org.anteroom.agent.cli;

import java.lang.reflect.Proxy;

/** A signal that this process handles itself instead of ending. Java has no supported way: sun.misc.Signal of jdk.unsupported is
 *  named at run time only, because naming it in the source is a warning that can't be silenced.
 */
enum UnixSignal {
    /** By which services are asked to read their configuration anew; unhandled, it would end the process. */
    HUP,
    /** Told to stop. Unhandled, everything the stop waits for runs in the JVM's shutdown, beside the shutdown of libraries. */
    TERM,
    /** Ctrl-C, as {@link #TERM}. */
    INT;

    /** What becomes of a signal. */
    enum Handling {
        HANDLED,
        /** This process was started to ignore it, as under nohup or in the background of a script, and goes on so. */
        IGNORED,
        /** It does what it always does. */
        UNHANDLED
    }

    /** @param then run on a thread of the signal's own, for each that comes */
    Handling handle(Runnable then) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object told = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        switch (method.getName()) {
                            case "handle" -> then.run();
                            case "equals" -> {
                                return self == arguments[0];
                            }
                            case "hashCode" -> {
                                return System.identityHashCode(self);
                            }
                            default -> {}
                        }
                        return null;
                    });
            Object before = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name()), told);
            return before == handler.getField("SIG_IGN").get(null) ? Handling.IGNORED : Handling.HANDLED;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Handling.UNHANDLED;
        }
    }
}
