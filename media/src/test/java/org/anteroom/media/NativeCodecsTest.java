package org.anteroom.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The natives that the build unpacks from libjitsi load on this JDK; Opus will stand on them. */
class NativeCodecsTest {
    @Test
    void theUnpackedNativesLoad() {
        for (String library : new String[] {"jnopus", "jnspeex"}) {
            System.loadLibrary(library);
        }
        assertThat(Path.of(System.getProperty("anteroom.native"), "libjnopus.so"))
                .exists();
    }
}
