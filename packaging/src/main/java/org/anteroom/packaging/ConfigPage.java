package org.anteroom.packaging;

import java.util.List;
import org.anteroom.agent.config.ConfigSection;

/** The configuration's page of section 5, from the records that the service reads it with. */
final class ConfigPage {

    private ConfigPage() {}

    static String of(List<ConfigSection> sections, Edition edition) {
        Roff page = new Roff("anteroom.toml", 5, edition);
        page.section("NAME").raw("anteroom.toml \\- configuration of the phone receptionist Anteroom");
        page.section("SYNOPSIS").raw(Roff.slanted("/etc/anteroom/anteroom.toml"));
        page.section("DESCRIPTION")
                .text(
                        "The service reads this file at its start. It is written in TOML. The installed file holds every key with its"
                                + " comment; the keys that somebody must fill in stand there empty. A key that is left out has its default."
                                + " Paths that are not absolute start at the file's folder.")
                .paragraph()
                .text(
                        "anteroom config check names everything that is wrong with the file, each with its line and what is allowed."
                                + " A file that is not in order keeps the service from starting, or lets it serve emergencies only.");
        for (ConfigSection section : sections) {
            page.section(section.repeated() ? "[[" + section.path() + "]]" : "[" + section.path() + "]");
            page.text(section.doc());
            if (section.repeated()) {
                page.text("There may be several.");
            }
            for (ConfigSection.Key key : section.keys()) {
                page.item(Roff.bold(key.name())).text(key.doc());
                if (key.toFillIn()) {
                    page.text("Must be filled in.");
                }
            }
        }
        page.section("FILES")
                .item(Roff.slanted("/etc/anteroom/anteroom.toml"))
                .text("The installed service's file; root:anteroom, mode 0640, because a password may stand in it.")
                .item(Roff.slanted("/usr/share/doc/anteroom/examples/anteroom.toml"))
                .text("A small practice's, filled in.");
        page.section("SEE ALSO")
                .raw(Roff.bold("anteroom") + "(1), " + Roff.bold("anteroom-config-check") + "(1), "
                        + Roff.bold("anteroom") + "(8)");
        return page.toString();
    }
}
