package org.anteroom.agent.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.practice.CallBackOwner;

/** The phones of those who may be on call, as hand-overs ring them. Never blocks; any thread. */
interface DutyPhones {
    /**
     * Rings somebody, as {@link DutyRing} does.
     *
     * @param announcement said until a key comes
     * @param taken asked once, when the accept key has come: gives what is said then
     * @return fails when nobody can be rung now
     */
    CompletableFuture<DutyRing.End> ring(String who, String announcement, Supplier<CompletableFuture<String>> taken);

    /** Whether an emergency is open, for which the phones may be needed. */
    boolean emergency();

    /** Those of the configuration, over our line. */
    record OnLine(OncallConfig oncall, Supplier<OwnCalls.Means> means) implements DutyPhones {
        @Override
        public CompletableFuture<DutyRing.End> ring(
                String who, String announcement, Supplier<CompletableFuture<String>> taken) {
            try {
                return new DutyRing(means.get(), phones(who), announcement, taken).run();
            } catch (IllegalStateException noLine) {
                return CompletableFuture.failedFuture(noLine);
            }
        }

        @Override
        public boolean emergency() {
            try {
                return means.get().emergencies().any();
            } catch (IllegalStateException noLine) {
                return false;
            }
        }

        private List<CallBackOwner> phones(String who) {
            List<String> numbers = oncall.people().stream()
                    .filter(person -> person.name().equals(who))
                    .flatMap(person -> person.numbers().stream())
                    .toList();
            return IntStream.range(0, numbers.size())
                    .mapToObj(i -> new CallBackOwner(i == 0 ? who : who + " (" + (i + 1) + ")", numbers.get(i)))
                    .toList();
        }
    }
}
