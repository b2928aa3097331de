package org.anteroom.agent.practice.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Patients as a file: {@code external-id,name,birth,phone,confidential,animal,species,id}. */
final class PatientCsv {
    /**
     * One row.
     *
     * @param id of this book, for patients whom no other system knows
     * @param right whether nothing is wrong with it
     */
    record Row(long line, PatientDetails details, Optional<String> id, boolean right) {}

    private static final List<String> REQUIRED = List.of("external-id", "name");
    private static final List<String> OPTIONAL = List.of("birth", "phone", "confidential", "animal", "species", "id");
    private static final List<String> ALL =
            List.of("external-id", "name", "birth", "phone", "confidential", "animal", "species", "id");

    private PatientCsv() {}

    static List<Row> read(String text, LocalDate today, List<RowProblem> problems) {
        List<Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CsvTable.Row each : CsvTable.read(text, REQUIRED, OPTIONAL, problems)) {
            Fields fields = new Fields(each, problems);
            Optional<String> external = fields.text("external-id");
            Optional<String> id = fields.text("id");
            PatientDetails details = new PatientDetails(
                    fields.required("name", "the patient's name, such as Ann Oakley"),
                    fields.birth("birth", today),
                    fields.phone("phone"),
                    external,
                    fields.yes("confidential"),
                    animal(fields));
            if (external.isEmpty() && id.isEmpty()) {
                fields.wrong("external-id", "is empty; write the number by which your own system knows the patient");
            }
            external.or(() -> id)
                    .filter(one -> !ids.add(one))
                    .ifPresent(twice ->
                            fields.wrong("external-id", "stands in an earlier row too; write each patient once"));
            rows.add(new Row(each.line(), details, id, fields.right()));
        }
        return rows;
    }

    private static Optional<Animal> animal(Fields fields) {
        Optional<String> name = fields.text("animal");
        Optional<String> species = fields.text("species");
        if (name.isEmpty() && species.isPresent()) {
            fields.wrong("species", "is of no animal; write its name in the column animal, its owner's in name");
        }
        return name.map(each -> new Animal(each, species));
    }

    static String write(List<Patient> patients) {
        return CsvTable.write(
                ALL,
                patients.stream()
                        .map(patient -> List.of(
                                patient.details().externalId().orElse(""),
                                patient.details().name(),
                                patient.details()
                                        .birth()
                                        .map(LocalDate::toString)
                                        .orElse(""),
                                patient.details().phone().orElse(""),
                                patient.details().confidential() ? "yes" : "no",
                                patient.details().animal().map(Animal::name).orElse(""),
                                patient.details()
                                        .animal()
                                        .flatMap(Animal::species)
                                        .orElse(""),
                                patient.id()))
                        .toList());
    }
}
