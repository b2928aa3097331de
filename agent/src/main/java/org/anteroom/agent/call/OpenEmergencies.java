package org.anteroom.agent.call;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls for which people on call are needed: from the detector's decision, or the first INVITE to one of their phones,
 * until nothing of the call is left. Watches calls on the way to another observer. Any thread, without waiting.
 */
final class OpenEmergencies implements CallObserver {
    private volatile Set<String> phones;
    private final CallObserver next;
    private final Set<String> calls = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> told = ConcurrentHashMap.newKeySet();

    /** @param phones names of the phones on call; a leg to another one, such as the desk, is no emergency */
    OpenEmergencies(Collection<String> phones, CallObserver next) {
        this.phones = Set.copyOf(phones);
        this.next = next;
    }

    /** Other phones are on call from now on. */
    void know(Collection<String> others) {
        phones = Set.copyOf(others);
    }

    @Override
    public void on(CallEvent event) {
        boolean rung = event instanceof CallEvent.Outbound leg && phones.contains(leg.target());
        boolean needed = rung || event instanceof CallEvent.Decided;
        if (needed && calls.add(event.call())) {
            told.forEach(Runnable::run);
        }
        next.on(event);
    }

    /** Nothing of this call is left. */
    void over(String call) {
        calls.remove(call);
    }

    boolean any() {
        return !calls.isEmpty();
    }

    /**
     * Runs {@code tell} on the thread of each call that begins to need people; it must only post. What is given back ends
     * that.
     */
    Runnable tell(Runnable tell) {
        told.add(tell);
        return () -> told.remove(tell);
    }
}
