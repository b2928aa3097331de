package org.anteroom.agent.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SIGHUP, by which services are asked to read their configuration anew; unhandled, it would end the process. Java has no
 *  supported way: sun.misc.Signal of jdk.unsupported is named at run time only, because naming it in the source is a warning
 *  that can't be silenced.
 */
final class HangUpSignal {

    private static final Logger LOG = LoggerFactory.getLogger(HangUpSignal.class);

    private HangUpSignal() {}

    /** @param then run on a thread of the signal's own, for each that comes */
    static void handle(Runnable then) {
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
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), told);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "SIGHUP can't be used to reload ({}): use anteroom reload.",
                    e.getClass().getSimpleName());
        }
    }
}
