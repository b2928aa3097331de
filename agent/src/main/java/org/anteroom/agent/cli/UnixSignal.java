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

    /** @param then run on a thread of the signal's own, for each that comes
     *  @return whether it is handled; where it isn't, the signal does what it always does
     */
    boolean handle(Runnable then) {
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
            // What this process was started to ignore, as by nohup, the JVM goes on ignoring.
            return before != handler.getField("SIG_IGN").get(null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
