package org.anteroom.agent.config;

import java.util.List;

/** A section of the configuration, for whoever describes it: what the reference file says of it, as values.
 *
 *  @param path as between the brackets of its heading
 *  @param repeated whether there may be several
 *  @param doc what it is
 */
public record ConfigSection(String path, boolean repeated, String doc, List<Key> keys) {

    /** A key of the section.
     *
     *  @param doc what it means, in which range, and its default or an example
     *  @param toFillIn whether nothing can be taken in its place
     */
    public record Key(String name, String doc, boolean toFillIn) {}
}
