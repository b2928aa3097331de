package org.anteroom.agent.config;

import java.util.List;

/** Requests for refills. */
@Key(doc = "Requests for refills: passed on to the care team, never decided, never confirmed from a record.")
public record RefillConfig(
        @Key(
                        doc = "Names whose mention flags a request to the clinician; callers hear nothing of it.",
                        example = "[\"oxycodone\", \"adderall\"]")
                List<String> controlled,
        @Key(
                        doc =
                                "Pharmacies callers name; another one flags the request as a new pharmacy. None: not flagged.",
                        example = "[\"Walgreens on Main Street\"]")
                List<String> pharmacies) {

    public RefillConfig {
        controlled = List.copyOf(controlled);
        pharmacies = List.copyOf(pharmacies);
    }
}
