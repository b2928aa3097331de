package org.anteroom.packaging;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Which package it is.
 *
 *  @param version of the program and of the package
 *  @param built the time that stands in everything that needs one, the same in every build of a version
 *  @param maintainer name and address
 */
record Edition(String version, OffsetDateTime built, String maintainer) {

    /** As a manual page's foot has it. */
    String date() {
        return built.toLocalDate().toString();
    }

    /** As a Debian changelog has it: RFC 5322. */
    String stamp() {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT)
                .format(built);
    }

    /** A hand-written page with {@code @DATE@} and {@code @VERSION@} filled in. */
    String fill(String page) {
        return page.replace("@DATE@", date()).replace("@VERSION@", version);
    }
}
