package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class DebianChangelogTest {

    private static final Edition EDITION =
            new Edition("1.2.0", OffsetDateTime.parse("2026-01-01T00:00:00Z"), "Us <us@practice.example>");

    @Test
    void holdsTheNewestVersionsEntriesInDebiansForm() {
        String text = DebianChangelog.of(
                """
                # Changelog

                The format follows Keep a Changelog.

                ## [Unreleased]

                ### Added
                - A thing that is so long to tell that it needs a second line
                  in the file.

                ### Fixed
                - Another.

                ## [1.1.0]

                ### Added
                - Old.
                """,
                EDITION);

        assertThat(text)
                .isEqualTo(
                        """
                        anteroom (1.2.0) unstable; urgency=medium

                          [ Added ]
                          * A thing that is so long to tell that it needs a second line in the file.

                          [ Fixed ]
                          * Another.

                         -- Us <us@practice.example>  Thu, 01 Jan 2026 00:00:00 +0000
                        """);
    }

    @Test
    void wrapsBeforeTheEightiethColumn() {
        String text =
                DebianChangelog.of("## [Unreleased]\n- " + "word ".repeat(60).strip() + "\n", EDITION);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
        assertThat(text).contains("\n    word");
    }
}
