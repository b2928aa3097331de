package org.anteroom.agent.practice.book;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.config.TimeRange;

/** Providers and their hours as a file, a row for each; they are written in the configuration, never read from here. */
final class ProviderCsv {
    private ProviderCsv() {}

    static String write(List<PracticeProvider> providers) {
        List<String> columns = new ArrayList<>(List.of("id", "name", "location"));
        Stream.of(DayOfWeek.values())
                .map(day -> day.name().toLowerCase(Locale.ROOT))
                .forEach(columns::add);
        columns.addAll(List.of("breaks", "off"));
        return CsvTable.write(columns, providers.stream().map(ProviderCsv::row).toList());
    }

    private static List<String> row(PracticeProvider provider) {
        List<String> row = new ArrayList<>(
                List.of(provider.id(), provider.name(), provider.location().orElse("")));
        Stream.of(DayOfWeek.values())
                .map(day -> ranges(provider.hours().of(day)))
                .forEach(row::add);
        row.add(ranges(provider.breaks()));
        row.add(provider.off().stream().map(Object::toString).collect(Collectors.joining(" ")));
        return row;
    }

    private static String ranges(List<TimeRange> ranges) {
        return ranges.stream().map(TimeRange::toString).collect(Collectors.joining(" "));
    }
}
