package org.anteroom.agent.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills by command, of the installed service at a real PBX that is set up as packaging/docs/drills.md and fallback.md say: a
 *  phrase brings the automatic phone on the line; and a person's phone rings in time while the service is frozen, has
 *  un-registered, has no network, or was killed.
 */
@Tag("interop")
class DrillIT {

    private static final Duration START = Duration.ofSeconds(180);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration DRILL = Duration.ofSeconds(120);
    private static final int MOST_TRIES = 5;
    /** What a patient may be asked to wait for a human phone to ring. */
    private static final double GOAL_SECONDS = 15;

    private static final Pattern RANG = Pattern.compile("A phone rang after ([0-9.]+) s");

    @TempDir
    Path folder;

    @Test
    void aPhraseBringsAPhoneOnTheLineAndInEveryOutageThePbxRingsAPerson() throws Exception {
        Path silence = new Timeline().pause(Duration.ofSeconds(60)).write(folder.resolve("silence.wav"));
        Files.writeString(
                Files.createDirectories(folder.resolve("agent")).resolve("drill-password"), Kamailio.PASSWORD);
        try (Kamailio pbx = Kamailio.start(folder);
                Cable cable = new Cable(pbx.address());
                AgentProcess agent = AgentProcess.start(
                        folder,
                        cable.address(),
                        "udp",
                        Kamailio.PASSWORD,
                        false,
                        4,
                        List.of(List.of("301")),
                        AgentProcess.Patience.USUAL,
                        AgentProcess.DRILL);
                Baresip person = phone(pbx, Kamailio.FALLBACK, silence);
                Baresip caller = phone(pbx, "201", silence)) {
            assertThat(phrase(pbx, agent))
                    .containsPattern("emergency-chest +alarm +[0-9.]+ s +[0-9.]+ s +[0-9.]+ s +ok, by ")
                    .contains("The drill passed");
            assertThat(person.rung()).as("nobody is rung").isZero();

            awaitService(pbx, agent);
            CompletableFuture<String> outage = CompletableFuture.supplyAsync(() -> frozen(agent));
            assertThat(person.awaitRinging(1, DRILL))
                    .as("rung while it is frozen")
                    .isTrue();
            assertThat(Eventually.holds(() -> !pbx.registered(Kamailio.AGENT), DRILL))
                    .as("it un-registers because its clock stood still\n%s", agent.log())
                    .isTrue();
            double unregistered = untilThePersonRings(caller, person);
            double frozen = seconds(outage.get(DRILL.toSeconds(), TimeUnit.SECONDS));

            assertThat(answered(pbx, agent, caller)).as(agent.log()).isTrue();

            cable.pull();
            double cut = untilThePersonRings(pbx, cable, agent, person);
            cable.plug();
            JsonNode drills = new ObjectMapper().readTree(agent.command("drill", "report", "--json"));
            assertThat(drills.path(0).path("how").asText()).isEqualTo("frozen");
            assertThat(drills.path(0).path("outcome").asText()).isEqualTo("PASSED");
            assertBothTalked(drills.path(1).path("phrases").path(0));

            signal(agent, "-KILL");
            assertThat(Eventually.holds(() -> !agent.running(), SOON)).isTrue();
            double killed = untilThePersonRings(pbx, cable, agent, person);

            System.out.printf(
                    Locale.ROOT,
                    "INVITE of the caller -> a person's phone rings: frozen %.1f s, un-registered %.2f s, no network %.1f s,"
                            + " killed %.1f s%n",
                    frozen,
                    unregistered,
                    cut,
                    killed);
        }
    }

    private static void assertBothTalked(JsonNode phrase) {
        assertThat(phrase.path("problem").asText("none")).isEmpty();
        assertThat(phrase.path("rang-ms").asInt())
                .isLessThan(phrase.path("accepted-ms").asInt());
        assertThat(phrase.path("accepted-ms").asInt())
                .isLessThan(phrase.path("connected-ms").asInt());
    }

    private static void awaitService(Kamailio pbx, AgentProcess agent) throws Exception {
        assertThat(Eventually.holds(() -> pbx.registered(Kamailio.AGENT), START))
                .as(agent.log())
                .isTrue();
    }

    /** A service on a busy machine may withdraw for a moment: the drill gives way then and is made again. */
    private static String phrase(Kamailio pbx, AgentProcess agent) throws Exception {
        String why = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            awaitService(pbx, agent);
            try {
                return agent.command("drill", "run", "--phrase", "emergency-chest");
            } catch (IllegalStateException failed) {
                why = String.valueOf(failed.getMessage());
                assertThat(why).contains("gave way");
            }
        }
        throw new AssertionError(why);
    }

    private static boolean answered(Kamailio pbx, AgentProcess agent, Baresip caller) throws Exception {
        for (int i = 0; i < MOST_TRIES; i++) {
            awaitService(pbx, agent);
            caller.dial(Kamailio.AGENT);
            boolean answered = caller.awaitEstablished(SOON);
            caller.hangUp();
            if (answered) {
                return true;
            }
        }
        return false;
    }

    private static String frozen(AgentProcess agent) {
        try {
            return agent.command("drill", "run", "--outage", "--yes");
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private static double seconds(String shown) {
        Matcher rang = RANG.matcher(shown);
        assertThat(rang.find()).as(shown).isTrue();
        double seconds = Double.parseDouble(rang.group(1));
        assertThat(seconds).isLessThan(GOAL_SECONDS);
        return seconds;
    }

    /** From the caller's dialling; the caller then gives up. */
    private static double untilThePersonRings(Baresip caller, Baresip person) throws Exception {
        int before = person.rung();
        long began = System.nanoTime();
        caller.dial(Kamailio.AGENT);
        assertThat(person.awaitRinging(before + 1, SOON)).as(caller.output()).isTrue();
        double took = (System.nanoTime() - began) / 1e9;
        assertThat(took).isLessThan(GOAL_SECONDS);
        caller.hangUp();
        return took;
    }

    /** By the drill's own measure, made elsewhere. */
    private static double untilThePersonRings(Kamailio pbx, Cable cable, AgentProcess agent, Baresip person)
            throws Exception {
        int before = person.rung();
        double took =
                seconds(agent.commandBy(elsewhere(agent, cable, pbx), "drill", "run", "--wait-for-fallback", "--yes"));
        assertThat(person.awaitRinging(before + 1, SOON)).isTrue();
        return took;
    }

    /** A copy of the configuration on a machine that has its own cable, and no service. */
    private static Path elsewhere(AgentProcess agent, Cable cable, Kamailio pbx) throws Exception {
        String here = Files.readString(agent.config());
        return Files.writeString(
                agent.config().resolveSibling("copy.toml"),
                here.replace(
                                "pbx-port = " + cable.address().getPort(),
                                "pbx-port = " + pbx.address().getPort())
                        .replace("/control\"", "/nobody\""));
    }

    private Baresip phone(Kamailio pbx, String extension, Path plays) throws Exception {
        return Baresip.start(folder, pbx.address(), "udp", extension, Kamailio.PASSWORD, Baresip.Answer.BY_HAND, plays);
    }

    private static void signal(AgentProcess agent, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", name, Long.toString(agent.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
