package org.anteroom.agent.dialogue;

import java.util.Optional;
import java.util.stream.Stream;

/** A request for a refill: passed to the care team as it was said, in one sentence for everything. */
final class Refilling {
    private static final int LONGEST = 30;

    private Refilling() {}

    static Step next(Reply reply) {
        Supply supply = reply.errand().supply();
        if (supply.what().isEmpty()) {
            return reply.ask(Stage.REFILL);
        }
        if (supply.pharmacy().isEmpty() && !reply.services().veterinary()) {
            return reply.ask(Stage.PHARMACY);
        }
        Optional<Stage> missing = Identifying.missing(reply).or(() -> Identifying.number(reply));
        return missing.isPresent() ? reply.ask(missing.get()) : reply.save();
    }

    static Step what(Reply reply, Input.Said said) {
        if (said.words().isEmpty() || said.words().size() > LONGEST) {
            return Mending.missed(reply);
        }
        return Errands.next(reply.understood()
                .errand(reply.errand().supply(reply.errand().supply().of(Requests.text(said), said.clip()))));
    }

    static Step pharmacy(Reply reply, Input.Said said) {
        if (said.words().isEmpty() || said.words().size() > LONGEST) {
            return Mending.missed(reply);
        }
        NamedThings<String> known = NamedThings.of(reply.services().refills().pharmacies(), Stream::of);
        Optional<String> listed = known.answered(said);
        boolean usual = said.words().contains("usual") || said.words().contains("same");
        boolean any = reply.services().refills().pharmacies().isEmpty();
        String name = listed.orElse(Requests.text(said));
        return Errands.next(reply.understood()
                .errand(reply.errand().supply(reply.errand().supply().from(name, listed.isPresent() || usual || any))));
    }
}
