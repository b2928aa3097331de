package org.anteroom.agent.practice.book;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationException;

/**
 * Appointments as a calendar (iCalendar, RFC 5545). Each keeps its identity, and one that was left, cancelled or moved, is told
 * as cancelled, so that whoever takes the file in again is up to date.
 */
public final class AppointmentIcs {
    private static final String OURS = "@anteroom";
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + OURS);
    /** Of a line, in bytes of UTF-8, without its end (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private AppointmentIcs() {}

    /** Whether an event of some calendar is an appointment of a book like this one. */
    public static boolean ours(String uid) {
        return UID.matcher(uid).matches();
    }

    /** The appointment's id in such a UID. */
    static String id(String uid) {
        return uid.substring(0, uid.length() - OURS.length());
    }

    /**
     * Lines, folded, each with its end.
     *
     * @param patients by id, whose names are told; none where no names are wanted
     */
    static String write(List<Appointment> appointments, Map<String, Patient> patients, Instant now) {
        List<CalendarComponent> events = new ArrayList<>();
        appointments.forEach(each -> events.add(event(each, Optional.ofNullable(patients.get(each.patient())), now)));
        Calendar calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Anteroom//Appointment book//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN)),
                new ComponentList<>(events));
        // A calendar without events is none by the standard; other programs take it all the same.
        if (!events.isEmpty()) {
            check(calendar);
        }
        return folded(calendar.toString());
    }

    private static void check(Calendar calendar) {
        try {
            if (calendar.validate().hasErrors()) {
                throw new IllegalStateException("a calendar was written that is none by RFC 5545");
            }
        } catch (ValidationException e) {
            throw new IllegalStateException("a calendar was written that is none by RFC 5545", e);
        }
    }

    private static VEvent event(Appointment appointment, Optional<Patient> patient, Instant now) {
        boolean left = !appointment.state().occupies();
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(appointment.id() + OURS),
                new DtStamp(now),
                new Created(appointment.madeAt()),
                new DtStart<>(appointment.time().start()),
                new DtEnd<>(appointment.time().end()),
                new Sequence(left ? 1 : 0),
                new Status(status(appointment.state())),
                new Transp(left ? "TRANSPARENT" : "OPAQUE"),
                new Clazz(appointment.confidential() ? "CONFIDENTIAL" : "PRIVATE"),
                new Summary(summary(appointment, patient)),
                new Categories(appointment.time().provider())));
        appointment.time().room().ifPresent(room -> properties.add(new Location(room)));
        return new VEvent(new PropertyList(properties));
    }

    private static String status(AppointmentState state) {
        return switch (state) {
            case PROPOSED, PENDING -> "TENTATIVE";
            case BOOKED, ARRIVED, FULFILLED -> "CONFIRMED";
            case CANCELLED, NOSHOW -> "CANCELLED";
        };
    }

    private static String summary(Appointment appointment, Optional<Patient> patient) {
        if (appointment.confidential()) {
            return "confidential";
        }
        String visit = appointment.time().visitType();
        return patient.map(who -> visit + ", " + who.details().shownName()).orElse(visit);
    }

    /** By bytes and whole letters: ical4j counts neither. */
    private static String folded(String text) {
        return text.lines().map(AppointmentIcs::fold).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String fold(String line) {
        StringBuilder folded = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            String letter = Character.toString(line.codePointAt(at));
            int length = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.append(letter);
            bytes += length;
            at += letter.length();
        }
        return folded.toString();
    }
}
