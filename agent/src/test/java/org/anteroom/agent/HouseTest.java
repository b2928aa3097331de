package org.anteroom.agent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house rules, checked on the compiled classes: what a room may import is the table below and nothing else. */
class HouseTest {
    private static final String AGENT = "org.anteroom.agent";
    private static final String EVERYTHING = "*";

    /** Room -> what it may import: rooms of agent by name, and the modules media and speech. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("cli", Set.of(EVERYTHING)),
            Map.entry("web", Set.of("call", "practice", "people", "records", "reminder", "watch", "config")),
            Map.entry(
                    "rehearsal",
                    Set.of("sip", "media", "speech", "emergency", "words", "dialogue", "practice", "config", "watch")),
            Map.entry(
                    "call",
                    Set.of(
                            "sip",
                            "dialogue",
                            "emergency",
                            "practice",
                            "reminder",
                            "notice",
                            "records",
                            "words",
                            "config",
                            "watch",
                            "media",
                            "speech")),
            Map.entry("notice", Set.of("sip", "records", "config", "watch")),
            Map.entry("reminder", Set.of("practice", "records", "config", "watch")),
            Map.entry("sip", Set.of("config", "watch")),
            Map.entry("dialogue", Set.of("emergency", "practice", "words", "config")),
            Map.entry("emergency", Set.of("words", "config")),
            Map.entry("practice", Set.of("people", "records", "words", "config", "watch")),
            Map.entry("people", Set.of("records", "config", "watch")),
            Map.entry("words", Set.of("config")),
            Map.entry("records", Set.of("config", "watch")),
            Map.entry("config", Set.of()),
            Map.entry("watch", Set.of()));

    private static final DescribedPredicate<JavaMethodCall> ASKS_FOR_THE_TIME = describe(
            "now of java.time",
            call -> call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().equals("java.time"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.anteroom");

    @Test
    void everyRoomImportsOnlyWhatItsRowNames() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass from : HOUSE) {
            for (JavaClass to : dependencies(from)) {
                String room = room(from);
                String other = room(to);
                if (from.getPackageName().startsWith(AGENT) && !room.equals(other) && !allowed(room, other)) {
                    wrong.add(from.getName() + " may not import " + to.getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageOfAgentIsARoomOfTheTable() {
        assertThat(HOUSE.stream()
                        .filter(each -> each.getPackageName().startsWith(AGENT + "."))
                        .map(HouseTest::room)
                        .distinct())
                .isSubsetOf(MAY_IMPORT.keySet());
    }

    @Test
    void mediaAndSpeechKnowNothingOfAgentAndOfEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("org.anteroom.media..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.anteroom.agent..", "org.anteroom.speech..")));
        check(noClasses()
                .that()
                .resideInAPackage("org.anteroom.speech..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.anteroom.agent..", "org.anteroom.media..")));
    }

    @Test
    void dialogueTakesOnlyValuesFromPractice() {
        DescribedPredicate<JavaClass> machinery = resideInAPackage(AGENT + ".practice..")
                .and(describe(
                        "no record, enum or sealed interface",
                        each -> !each.isRecord() && !each.isEnum() && !each.isInterface()));
        check(noClasses()
                .that()
                .resideInAPackage(AGENT + ".dialogue..")
                .should()
                .dependOnClassesThat(machinery));
    }

    @Test
    void callersKnowNothingOfTheAgentAndTheAgentNothingOfThem() {
        check(noClasses()
                .that()
                .resideInAPackage(AGENT + ".rehearsal.caller..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        AGENT + ".dialogue..",
                        AGENT + ".emergency..",
                        AGENT + ".words..",
                        AGENT + ".call..",
                        AGENT + ".rehearsal.calls..",
                        "org.anteroom.speech..")));
        check(noClasses()
                .that(not(resideInAnyPackage(AGENT + ".rehearsal..", AGENT + ".cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AGENT + ".rehearsal.caller..", AGENT + ".rehearsal.calls..")));
        check(noClasses()
                .that()
                .resideInAPackage(AGENT + ".rehearsal.calls..")
                .should()
                .dependOnClassesThat(describe("the agent's sentences and intents", each -> each.getName()
                        .matches(AGENT.replace(".", "\\.")
                                + "\\.dialogue\\.(Catalogue|Template|TemplateId|Wordings|Intents?|Phrases)"))));
    }

    @Test
    void onlyTheEmbedderOfWordsKnowsTheSentenceModel() {
        DescribedPredicate<JavaClass> model = resideInAnyPackage("ai.onnxruntime..", "dev.langchain4j..");
        check(noClasses()
                .that(not(describe("the embedder", each -> each.getName().startsWith(AGENT + ".words.Embedder"))))
                .should()
                .dependOnClassesThat(model));
        assertThat(HOUSE.get(AGENT + ".words.Embedder").getDirectDependenciesFromSelf())
                .anyMatch(each -> model.test(each.getTargetClass()));
    }

    @Test
    void onlyPracticeKnowsTheLibraryOfCalendars() {
        check(noClasses()
                .that(not(resideInAPackage(AGENT + ".practice..")))
                .should()
                .dependOnClassesThat(resideInAPackage("net.fortuna.ical4j..")));
    }

    @Test
    void onlyCommandsWriteToTheTerminal() {
        check(noClasses()
                .that(not(resideInAPackage(AGENT + ".cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void nothingSleepsAndHopes() {
        check(noClasses().should().callMethod(Thread.class, "sleep", long.class));
        check(noClasses().should().callMethod(Thread.class, "sleep", long.class, int.class));
        check(noClasses().should().callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class));
    }

    @Test
    void dialogueAndEmergencyArePure() {
        DescribedPredicate<JavaClass> outside = resideInAnyPackage(
                        "java.net..", "java.nio.channels..", "java.util.concurrent..", "java.sql..", "javax.sip..")
                .or(describe("a clock, a thread, a file being written", each -> Set.of(
                                "java.time.Clock",
                                "java.lang.Thread",
                                "java.util.Timer",
                                "java.util.Random",
                                "java.io.Writer",
                                "java.io.OutputStream",
                                "java.io.FileOutputStream",
                                "java.io.FileWriter",
                                "java.io.RandomAccessFile")
                        .contains(each.getName())));
        for (String room : List.of(".dialogue..", ".emergency..")) {
            check(noClasses().that().resideInAPackage(AGENT + room).should().dependOnClassesThat(outside));
            check(noClasses().that().resideInAPackage(AGENT + room).should().callMethodWhere(ASKS_FOR_THE_TIME));
            check(noClasses()
                    .that()
                    .resideInAPackage(AGENT + room)
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis"));
        }
    }

    @Test
    void noClassHidesBehindANameThatSaysNothing() {
        check(noClasses().should().haveSimpleNameEndingWith("Manager"));
        check(noClasses().should().haveSimpleNameEndingWith("Helper"));
        check(noClasses().should().haveSimpleNameEndingWith("Impl"));
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Utilities|Misc|Common)$"));
    }

    @Test
    void everyPackageSaysWhatItIsForAndKeepsNullsOutside() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct().filter(HouseTest::hasClasses))
                .allSatisfy(each -> assertThat(each.tryGetPackageInfo())
                        .as("package-info of %s", each.getName())
                        .isPresent());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static boolean hasClasses(JavaPackage each) {
        return each.getClasses().stream().anyMatch(one -> !one.getSimpleName().equals("package-info"));
    }

    private static List<JavaClass> dependencies(JavaClass from) {
        return from.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(to -> to.getPackageName().startsWith("org.anteroom"))
                .distinct()
                .toList();
    }

    private static boolean allowed(String room, String other) {
        Set<String> row = MAY_IMPORT.getOrDefault(room, Set.of());
        return row.contains(EVERYTHING) || row.contains(other);
    }

    /** The room of agent, or the module, that a class belongs to. */
    private static String room(JavaClass each) {
        String name = each.getPackageName();
        String rest = name.startsWith(AGENT) ? name.substring(AGENT.length()) : name.substring("org.anteroom".length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
