package org.anteroom.agent.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Somebody who can be on call by a rota: named once, with every phone they carry. */
public record OncallPerson(
        @Key(doc = "Name, as the rotas say it.", example = "Dr. Reed") String name,
        @Key(
                        doc = "One or more numbers as the PBX dials them; all ring at once.",
                        example = "[\"301\", \"555 0142\"]",
                        form = Form.DIALLED)
                List<String> numbers,
        @Key(doc = "As for a target: person or service.", preset = "person") TargetKind kind,
        @Key(doc = "Only for a service, as for a target.", example = "2026-01-15")
                Optional<LocalDate> stateLawChecked) {

    public OncallPerson {
        numbers = List.copyOf(numbers);
    }
}
