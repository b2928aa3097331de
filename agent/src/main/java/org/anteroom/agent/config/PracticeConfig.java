package org.anteroom.agent.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who the practice is and when it is open. */
@Key(doc = "The practice: what callers are told about it.")
public record PracticeConfig(
        @Key(doc = "Name of the practice.", example = "Maple Street Dental") String name,
        @Key(
                        doc = "The name as it should be spoken, where the written one is read badly.",
                        example = "Maple Street Dental")
                Optional<String> sayName,
        @Key(
                        doc =
                                "dental, medical, veterinary or mental-health: chooses the emergency phrases and the sentences.",
                        example = "dental")
                PracticeType type,
        @Key(
                        doc =
                                "File with sentences in the practice's own words, as catalogue show prints them; only those that"
                                        + " are worded differently.",
                        example = "sentences.txt")
                Optional<Path> sentences,
        @Key(doc = "Time zone of the opening hours.", example = "America/New_York") ZoneId timezone,
        @Key(doc = "Address as it should be spoken.", example = "12 Maple Street, Springfield")
                Optional<String> address,
        @Key(doc = "How to find the practice, as it should be spoken.", example = "Parking is behind the house.")
                Optional<String> directions,
        @Key(doc = "Where to park, as it should be spoken.", example = "Park behind the house. It is free.")
                Optional<String> parking,
        @Key(doc = "Phone number told to callers.", example = "555 0100", form = Form.DIALLED) Optional<String> phone,
        @Key(doc = "Fax number told to callers.", example = "555 0101", form = Form.DIALLED) Optional<String> fax,
        @Key(doc = "Dates on which the practice is closed all day.", example = "[2026-12-25, 2027-01-01]")
                List<LocalDate> closed,
        @Key(doc = "") WeekHours hours,
        @Key(name = "holiday", doc = "Closed dates that callers hear by name; write each with its year.", spare = true)
                List<PracticeHoliday> holidays,
        @Key(doc = "") BookingConfig booking,
        @Key(name = "location", doc = "Places where patients are seen, where there are several.", spare = true)
                List<PracticeLocation> locations,
        @Key(name = "room", doc = "Rooms, chairs and machines that one visit at a time can have.", spare = true)
                List<PracticeRoom> rooms,
        @Key(name = "visit-type", doc = "Kinds of visits that can be booked.", spare = true) List<VisitType> visitTypes,
        @Key(name = "provider", doc = "Those who see patients by appointment.", spare = true)
                List<PracticeProvider> providers,
        @Key(name = "payer", doc = "Insurances that the practice takes.", spare = true) List<PracticePayer> payers) {

    public PracticeConfig {
        closed = List.copyOf(closed);
        holidays = List.copyOf(holidays);
        locations = List.copyOf(locations);
        rooms = List.copyOf(rooms);
        visitTypes = List.copyOf(visitTypes);
        providers = List.copyOf(providers);
        payers = List.copyOf(payers);
    }

    /** The same without what can be booked, and in the sentences that are always there. */
    public PracticeConfig withoutBook() {
        return new PracticeConfig(
                name,
                sayName,
                type,
                Optional.empty(),
                timezone,
                address,
                directions,
                parking,
                phone,
                fax,
                closed,
                hours,
                holidays,
                booking,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                payers);
    }

    /** Whether there is anything to book; else every request for an appointment goes to staff. */
    public boolean books() {
        return !providers.isEmpty() && !visitTypes.isEmpty();
    }

    /** The name to speak. */
    public String spokenName() {
        return sayName.orElse(name);
    }
}
