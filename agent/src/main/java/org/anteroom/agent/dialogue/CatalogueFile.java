package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One catalogue file as it was written: {@code [section]} headings, {@code key = sentence} lines, {@code #} comments.
 *
 * @param templates those lines that could be read
 * @param problems those that couldn't
 */
record CatalogueFile(String name, List<Template> templates, List<CatalogueProblem> problems) {
    CatalogueFile {
        templates = List.copyOf(templates);
        problems = List.copyOf(problems);
    }

    /** A file of the program's own, by its name without ending. */
    static CatalogueFile resource(String name) {
        String path = "catalogue/" + name + ".txt";
        try (InputStream in = CatalogueFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the program");
            }
            return parse(name + ".txt", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read from the program", e);
        }
    }

    /** The same with what another file words differently. */
    CatalogueFile with(CatalogueFile other) {
        Set<TemplateId> theirs = other.templates.stream().map(Template::id).collect(Collectors.toSet());
        List<Template> both = new ArrayList<>(other.templates);
        templates.stream().filter(template -> !theirs.contains(template.id())).forEach(both::add);
        List<CatalogueProblem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new CatalogueFile(name, both, all);
    }

    static CatalogueFile parse(String name, String content) {
        Parser parser = new Parser(name);
        int number = 0;
        for (String line : content.lines().toList()) {
            parser.line(++number, line.strip());
        }
        return new CatalogueFile(name, parser.templates, parser.problems);
    }

    private static final class Parser {
        private final String file;
        private final List<Template> templates = new ArrayList<>();
        private final List<CatalogueProblem> problems = new ArrayList<>();
        private final Set<TemplateId> seen = new HashSet<>();
        private Optional<Section> section = Optional.empty();

        Parser(String file) {
            this.file = file;
        }

        void line(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                heading(number, line.substring(1, line.length() - 1));
                return;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                problem(number, "this is neither a [section], a comment nor 'name = sentence'");
                return;
            }
            template(
                    number,
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }

        private void heading(int number, String heading) {
            section = Arrays.stream(Section.values())
                    .filter(known -> known.heading().equals(heading))
                    .findFirst();
            if (section.isEmpty()) {
                problem(number, "there is no section [" + heading + "]");
            }
        }

        private void template(int number, String key, String text) {
            Optional<TemplateId> id = Arrays.stream(TemplateId.values())
                    .filter(known -> known.key().equals(key))
                    .findFirst();
            if (id.isEmpty()) {
                problem(number, "nothing is called " + key + "; remove the line");
            } else if (!id.map(TemplateId::section).equals(section)) {
                problem(number, key + " belongs into [" + id.get().section().heading() + "]");
            } else if (!seen.add(id.get())) {
                problem(number, key + " stands here twice; keep one");
            } else {
                templates.add(new Template(id.get(), text, file, number));
            }
        }

        private void problem(int number, String sentence) {
            problems.add(new CatalogueProblem(file, number, sentence));
        }
    }
}
