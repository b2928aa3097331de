package org.anteroom.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void namesALibraryThatIsThereInTwoVersions() {
        assertThat(FILE.differences(List.of(
                        LIB + "vosk-0.3.jar",
                        LIB + "vosk-0.4.jar",
                        "usr/lib/anteroom/native/libvosk.so",
                        "usr/lib/anteroom/model/a")))
                .singleElement()
                .asString()
                .contains("vosk-0.3.jar and " + LIB + "vosk-0.4.jar");
    }

    @Test
    void namesALibraryWithNativesInside(@TempDir Path app) throws Exception {
        Copyright file = Copyright.parse("Files: " + LIB + "vosk-*.jar\n");
        Path jar = Files.createDirectory(app.resolve("lib")).resolve("vosk-0.3.jar");

        pack(jar, "org/vosk/Model.class", "org/vosk/a.so.txt");
        assertThat(file.differencesFrom(app)).isEmpty();

        pack(jar, "org/vosk/Model.class", "win32-x86-64/libvosk.dll", "linux-x86-64/libvosk.so");
        assertThat(file.differencesFrom(app))
                .singleElement()
                .asString()
                .startsWith(LIB + "vosk-0.3.jar has 2 natives inside");
    }

    private static void pack(Path jar, String... names) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
    }
}
