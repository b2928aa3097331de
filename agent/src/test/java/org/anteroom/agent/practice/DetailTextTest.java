package org.anteroom.agent.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DetailTextTest {

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll @Size(min = 1, max = 5) List<String> labels, @ForAll String value) {
        List<Detail> details = labels.stream()
                .map(label -> new Detail(plain(label), plain(value)))
                .toList();

        assertThat(DetailText.read(DetailText.write(details).orElseThrow())).isEqualTo(details);
    }

    @Property(tries = 100)
    void makesOneDetailOfOneWhateverItsValueHolds(@ForAll String value) {
        String written = DetailText.write(List.of(new Detail("note", value + "\n\tx\ty")))
                .orElseThrow();

        assertThat(DetailText.read(written))
                .singleElement()
                .extracting(Detail::label)
                .isEqualTo("note");
    }

    @Property(tries = 1)
    void writesNothingForNone() {
        assertThat(DetailText.write(List.of())).isEqualTo(Optional.empty());
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "_");
    }
}
