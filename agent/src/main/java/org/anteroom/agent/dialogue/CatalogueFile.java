package org.anteroom.agent.dialogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anteroom.agent.words.EditDistance;
import org.jspecify.annotations.Nullable;

/**
 * One catalogue file as it was written: {@code [section]} headings, {@code key = sentence} lines, {@code #} comments. A
 * sentence may have further wordings, {@code key.2} and {@code key.3}, right behind it.
 *
 * @param templates those lines that could be read
 * @param problems those that couldn't
 */
record CatalogueFile(String name, List<Template> templates, List<CatalogueProblem> problems) {
    private static final Pattern KEY = Pattern.compile("([^.]*)(?:\\.(\\d{1,3}))?");
    private static final int MOST_WORDINGS = 3;
    /** Letters that may be wrong in a name that is known nevertheless. */
    private static final int TYPED_WRONG = 3;

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

    /** The same with what another file words differently: a sentence in all its wordings. */
    CatalogueFile with(CatalogueFile other) {
        Set<TemplateId> theirs = other.templates.stream().map(Template::id).collect(Collectors.toSet());
        List<Template> both = new ArrayList<>(other.templates);
        templates.stream().filter(template -> !theirs.contains(template.id())).forEach(both::add);
        List<CatalogueProblem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        return new CatalogueFile(name, both, all);
    }

    /** The wordings of a sentence, the first one first; none where it isn't in the file. */
    List<Template> of(TemplateId id) {
        return templates.stream().filter(template -> template.id() == id).toList();
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
        private final Set<String> seen = new HashSet<>();
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
            Matcher parts = KEY.matcher(key);
            String name = parts.matches() ? parts.group(1) : key;
            Optional<TemplateId> id = Arrays.stream(TemplateId.values())
                    .filter(known -> known.key().equals(name))
                    .findFirst();
            if (id.isEmpty()) {
                problem(number, "nothing is called " + name + "; " + meant(name));
            } else if (!id.map(TemplateId::section).equals(section)) {
                problem(number, key + " belongs into [" + id.get().section().heading() + "]");
            } else if (!seen.add(key)) {
                problem(number, key + " stands here twice; keep one, " + name + ".2 would be another wording of it");
            } else {
                wording(number, id.get(), parts.group(2), text);
            }
        }

        private void wording(int number, TemplateId id, @Nullable String counted, String text) {
            int wording = counted == null ? 1 : Integer.parseInt(counted);
            if (counted != null && (wording < 2 || wording > MOST_WORDINGS)) {
                problem(
                        number,
                        id.key() + "." + counted + ": the first wording has no number, further ones are .2 to ."
                                + MOST_WORDINGS);
            } else if (wording > 1 && !seen.contains(wording == 2 ? id.key() : id.key() + "." + (wording - 1))) {
                problem(
                        number,
                        id.key() + "." + counted + " stands alone; write "
                                + (wording == 2 ? id.key() : id.key() + "." + (wording - 1)) + " before it");
            } else {
                templates.add(new Template(id, wording, text, file, number));
            }
        }

        private static String meant(String name) {
            return Arrays.stream(TemplateId.values())
                    .map(TemplateId::key)
                    .min(Comparator.comparingInt(known -> EditDistance.between(name, known)))
                    .filter(known -> EditDistance.between(name, known) <= TYPED_WRONG)
                    .map(known -> "did you mean " + known + "?")
                    .orElse("remove the line");
        }

        private void problem(int number, String sentence) {
            problems.add(new CatalogueProblem(file, number, sentence));
        }
    }
}
