package org.anteroom.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.anteroom.agent");

    @ParameterizedTest
    @EnumSource
    void isFedSomewhereSoThatItsZeroMeansNothingHappened(Metric metric) {
        Set<String> feeds =
                switch (metric.kind()) {
                    case GAUGE -> Set.of("gauge");
                    case LABELLED -> Set.of("labelled");
                    case TALLY -> Set.of("tally", "measuredTally");
                    case COUNTER -> Set.of("increment", "add", "count");
                        // Named by the latency that is measured.
                    case HISTOGRAM -> Set.of("<init>");
                };

        assertThat(HOUSE.get(Metric.class).getField(metric.name()).getAccessesToSelf())
                .extracting(JavaFieldAccess::getOrigin)
                .as("who feeds " + metric)
                .anyMatch(origin -> origin.getCallsFromSelf().stream().anyMatch(call -> takesMetric(call, feeds)));
    }

    private static boolean takesMetric(JavaCall<?> call, Set<String> names) {
        return names.contains(call.getName())
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Metric.class));
    }
}
