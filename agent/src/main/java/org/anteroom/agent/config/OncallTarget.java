package org.anteroom.agent.config;

import java.time.LocalDate;
import java.util.Optional;

/** One phone that takes emergencies, or whoever a rota has on call. Either number or rota is there. */
public record OncallTarget(
        @Key(doc = "Name of the phone, for the journal and for oncall test.", example = "Dr. Reed's mobile")
                String name,
        @Key(doc = "Number as the PBX dials it.", example = "301", form = Form.DIALLED, instead = "rota")
                Optional<String> number,
        @Key(doc = "Rings whoever this rota has on call, in the place of a number.", example = "dentists")
                Optional<String> rota,
        @Key(
                        doc =
                                "person: presses the accept key before anything is said; service: connected when it answers,"
                                        + " only allowed with state-law-checked.",
                        preset = "person")
                TargetKind kind,
        @Key(
                        doc =
                                "When it is rung: always, open or closed (opening hours); key: never by itself, only when whoever"
                                        + " has the call adds it by oncall.keys.add; for a service, and without"
                                        + " state-law-checked.",
                        preset = "always")
                OnDuty when,
        @Key(
                        doc =
                                "Only for a service: the date on which the manager made sure that the state allows dialling it"
                                        + " automatically.",
                        example = "2026-01-15")
                Optional<LocalDate> stateLawChecked) {

    /** The same at all hours; what is rung by key only stays so. */
    OncallTarget always() {
        return when == OnDuty.KEY ? this : new OncallTarget(name, number, rota, kind, OnDuty.ALWAYS, stateLawChecked);
    }
}
