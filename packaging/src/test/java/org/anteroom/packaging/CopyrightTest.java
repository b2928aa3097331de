package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyrightTest {

    private static final String LIB = "usr/lib/anteroom/lib/";

    private static final Copyright FILE = Copyright.parse(
            """
            Format: x

            Files: *
            Copyright: us
            License: Apache-2.0

            Files: usr/lib/anteroom/lib/vosk-*.jar
             usr/lib/anteroom/native/libvosk.so
            Copyright: them
             usr/lib/anteroom/lib/not-a-file.jar
            License: Apache-2.0

            Files: usr/lib/anteroom/model/*
            Copyright: them
            License: Apache-2.0
            """);

    @Test
    void isContentWhenEachPartIsNamed() {
        assertThat(FILE.differences(List.of(
                        LIB + "vosk-0.3.jar",
                        "usr/lib/anteroom/native/libvosk.so",
                        "usr/lib/anteroom/model/graph/phones/a.int")))
                .isEmpty();
    }

    @Test
    void namesALibraryThatOnlyTheParagraphForAllCovers() {
        assertThat(FILE.differences(List.of(
                        LIB + "new-1.0.jar",
                        LIB + "vosk-0.3.jar",
                        "usr/lib/anteroom/native/libvosk.so",
                        "usr/lib/anteroom/model/a")))
                .singleElement()
                .asString()
                .startsWith(LIB + "new-1.0.jar is not named");
    }

    @Test
    void namesWhatIsNotInstalledAnyMore() {
        assertThat(FILE.differences(List.of(LIB + "vosk-0.3.jar", "usr/lib/anteroom/model/a")))
                .singleElement()
                .asString()
                .startsWith("usr/lib/anteroom/native/libvosk.so names nothing");
    }
}
