package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.BORN;
import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.STAFF;
import static org.anteroom.agent.practice.reception.FrontDesk.animalClaim;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.Appointment;
import org.anteroom.agent.practice.book.PatientDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesTest {
    private static final Standing STRANGER = new Standing.Stranger();

    @TempDir
    Path folder;

    private FrontDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.open().store().store().verifyAudit()).isEmpty();
        desk.close();
    }

    @Test
    void knowsAPatientByANameThatWasMisheardAndTheDateOfBirth() throws Exception {
        String maria = desk.patient("Maria Jimenez");
        desk.patient("Robert Stone");

        assertThat(desk.stand(claim("maria himenez"), Task.CANCEL, "")).isEqualTo(new Standing.Claimed(maria));
        assertThat(desk.stand(claim("my real heeming", "maria jimenez"), Task.CANCEL, ""))
                .isEqualTo(new Standing.Claimed(maria));
        assertThat(desk.stand(claim("jimenez"), Task.CANCEL, "")).isEqualTo(new Standing.Claimed(maria));
    }

    @Test
    void takesNobodyForAPatientOfAnotherNameOrDay() throws Exception {
        desk.patient("Maria Jimenez");
        Claim another = new Claim(
                List.of("maria jimenez"),
                Optional.of(BORN.plusDays(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(desk.stand(claim("peter jimenez"), Task.CANCEL, "")).isEqualTo(STRANGER);
        assertThat(desk.stand(another, Task.CANCEL, "")).isEqualTo(STRANGER);
        assertThat(desk.stand(claim(), Task.CANCEL, "")).isEqualTo(STRANGER);
    }

    @Test
    void tellsTwinsApartByTheirFirstNamesOnly() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.patient("Rosalind Oakley");

        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("oakley"), Task.CANCEL, "")).isEqualTo(STRANGER);
    }

    @Test
    void takesNeitherOfTwoNamesakesBornOnOneDay() throws Exception {
        desk.patient("Ann Oakley");
        desk.patient(
                new PatientDetails("Anne Oakley", Optional.of(BORN), Optional.empty(), Optional.of("other"), false));

        assertThat(desk.stand(claim("ann oakley"), Task.BOOK, "")).isEqualTo(STRANGER);
    }

    @Test
    void knowsAnAnimalByItsOwnersNameAndNumberAndItsOwn() throws Exception {
        String bella = desk.animal("Ann Oakley", "Bella", "2125550173");
        desk.animal("Ann Oakley", "Rufus", "2125550173");
        desk.animal("Tom Reed", "Bella", "2125550199");
        desk.patient("Ann Oakley");

        assertThat(desk.stand(animalClaim("oakley", "bella", "12125550173"), Task.CANCEL, ""))
                .isEqualTo(new Standing.Claimed(bella));
        assertThat(desk.stand(animalClaim("oakley", "max", "2125550173"), Task.CANCEL, ""))
                .isEqualTo(STRANGER);
        assertThat(desk.stand(animalClaim("stone", "bella", "2125550173"), Task.CANCEL, ""))
                .isEqualTo(STRANGER);
        assertThat(desk.stand(animalClaim("oakley", "bella", "2125550199"), Task.CANCEL, ""))
                .isEqualTo(STRANGER);
    }

    @Test
    void asksForWhatThePracticeWantsForEachTask() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        desk.goBy(new IdentityConfig(Factor.PIN, Level.NAME, Level.FACTOR, Level.STAFF, Level.NAME, 3, 30));

        assertThat(desk.stand(claim("ann oakley"), Task.CONFIRM, "")).isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.stand(claim("ann oakley"), Task.CONFIRM, "9999"))
                .as("a PIN that nobody asked for")
                .isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "9999")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "4821")).isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.stand(claim("ann oakley"), Task.RESCHEDULE, "4821")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("ann oakley"), Task.REFILL, "4821")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("ann oakley"), Task.BOOK, "")).isEqualTo(new Standing.Proven(ann, List.of()));
    }

    @Test
    void provesNothingByAFactorThatIsNotSetUp() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        desk.goBy(new IdentityConfig(Factor.NONE, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30));

        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "4821")).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void provesNothingForAPatientWithoutAPin() throws Exception {
        String ann = desk.patient("Ann Oakley");

        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "0000")).isEqualTo(new Standing.Claimed(ann));
        desk.pin(ann, "4821");
        desk.pin(ann, "7731");
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "4821"))
                .as("an old one")
                .isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "7731")).isInstanceOf(Standing.Proven.class);
        assertThat(await(desk.credentials().setPin(ann, "4821".toCharArray(), STAFF, NOW)))
                .isTrue();
        assertThat(await(desk.credentials().removePin(ann, STAFF, NOW))).isTrue();
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "4821")).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void tellsOfWhatIsStillToComeTheNextFirst() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        Appointment later = desk.booked(ann, "2026-06-04T10:00", false);
        Appointment soon = desk.booked(ann, "2026-06-03T10:00", false);
        Appointment hidden = desk.booked(ann, "2026-06-05T10:00", true);
        await(desk.book().cancel(desk.booked(ann, "2026-06-03T14:00", false).id(), STAFF, NOW));
        desk.booked(desk.patient("Bob Birch"), "2026-06-03T15:00", false);

        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, "4821"))
                .isEqualTo(new Standing.Proven(ann, List.of(soon, later, hidden)));
        assertThat(desk.stand(claim("ann oakley"), Task.BOOK, "")).isEqualTo(new Standing.Proven(ann, List.of()));
        desk.goBy(new IdentityConfig(Factor.PIN, Level.NAME, Level.NAME, Level.NAME, Level.NAME, 3, 30));
        assertThat(desk.stand(claim("ann oakley"), Task.CANCEL, ""))
                .as("a confidential visit is not told for a name")
                .isEqualTo(new Standing.Proven(ann, List.of(soon, later)));
    }

    @Test
    void knowsAListedProxyByTheirOwnPinAndTellsThemNothingConfidential() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);
        Appointment open = desk.booked(ann, "2026-06-03T10:00", false);
        desk.booked(ann, "2026-06-04T10:00", true);
        Claim byClaire = by("claire oakley", claim("ann oakley"));

        assertThat(desk.stand(byClaire, Task.CANCEL, "7731")).isEqualTo(new Standing.Proven(ann, List.of(open)));
        assertThat(desk.stand(byClaire, Task.CANCEL, "4821")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(byClaire, Task.CANCEL, "")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(byClaire, Task.RESCHEDULE, "7731"))
                .as("out of scope")
                .isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(by("peter stone", claim("ann oakley")), Task.CANCEL, "7731"))
                .isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void tellsAProxyNothingOfAConfidentialPatient() throws Exception {
        String ann = desk.patient(
                new PatientDetails("Ann Oakley", Optional.of(BORN), Optional.empty(), Optional.of("p1"), false));
        desk.booked(ann, "2026-06-03T10:00", false);
        desk.patient(new PatientDetails("Ann Oakley", Optional.of(BORN), Optional.empty(), Optional.of("p1"), true));
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);

        assertThat(desk.stand(by("claire oakley", claim("ann oakley")), Task.CANCEL, "7731"))
                .isEqualTo(new Standing.Proven(ann, List.of()));
    }

    @Test
    void doesNotKnowAProxyWhoExpiredOrWhomACourtKeepsAway() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);
        Claim byClaire = by("claire oakley", claim("ann oakley"));
        Instant lastDay = FrontDesk.at("2026-12-31T23:59");

        assertThat(desk.stand(byClaire, Task.CANCEL, "7731", lastDay)).isInstanceOf(Standing.Proven.class);
        assertThat(desk.stand(byClaire, Task.CANCEL, "7731", lastDay.plusSeconds(60)))
                .isEqualTo(new Standing.Claimed(ann));

        desk.proxy(ann, "Clair Oakley", "", true);
        assertThat(desk.stand(byClaire, Task.CANCEL, "7731")).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void letsAListedProxyBookByNameAsThePatientMay() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.proxy(ann, "Claire Oakley", "", false, Task.BOOK);

        assertThat(desk.stand(by("claire oakley", claim("ann oakley")), Task.BOOK, ""))
                .isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.stand(by("peter stone", claim("ann oakley")), Task.BOOK, ""))
                .isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void answersAStrangerNoSoonerThanAPatient() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        Duration floor = Duration.ofMillis(300);
        Reception slow = desk.reception(floor);

        for (Claim each : List.of(claim("ann oakley"), claim("nobody known"), claim())) {
            long asked = System.nanoTime();
            CompletableFuture<Found> answer = slow.answer(new Query.Stand(each, Task.CANCEL, new Evidence.None()), NOW);
            answer.get(30, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(floor);
        }
    }

    @Test
    void auditsEachQuestionByIdsAlone() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        desk.stand(claim("ann oakley"), Task.CANCEL, "");
        desk.stand(claim("ann oakley"), Task.CANCEL, "9999");
        desk.stand(claim("ann oakley"), Task.CANCEL, "4821");
        desk.stand(claim("peter stone"), Task.CANCEL, "4821");
        desk.stand(claim("ann oakley"), Task.BOOK, "");

        assertThat(desk.open().trail())
                .containsSubsequence(
                        "uid:1000(ann) patient.pin " + ann,
                        "anteroom identity.claimed " + ann,
                        "anteroom identity.wrong " + ann,
                        "anteroom identity.proven-by-pin " + ann,
                        "anteroom identity.nobody none",
                        "anteroom identity.proven-by-name " + ann)
                .noneMatch(entry -> entry.toLowerCase(Locale.ROOT).contains("oakley"));
    }

    @Test
    void keepsNoPinAndNoNameOfAProxyInTheClear() throws Exception {
        String ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
        Proxy claire = desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);

        assertThat(await(desk.credentials().proxies(ann, STAFF, NOW))).containsExactly(claire);
        List<String> cells = desk.open().store().store().read(handle -> handle.createQuery(
                        "select hex(pin_sealed) from patient_pin union all select hex(name_sealed) from proxy")
                .mapTo(String.class)
                .list());
        assertThat(cells).hasSize(2).noneMatch(cell -> cell.contains(hex("Oakley")) || cell.contains(hex("4821")));
        assertThat(claire.toString()).doesNotContain("Claire");
        assertThat(await(desk.credentials().removeProxy(claire.number(), STAFF, NOW)))
                .isTrue();
        assertThat(await(desk.credentials().removeProxy(claire.number(), STAFF, NOW)))
                .isFalse();
        assertThat(await(desk.credentials().proxies(ann, STAFF, NOW))).isEmpty();
        assertThat(LocalDate.parse("2026-12-31")).isEqualTo(claire.until());
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(each -> hex.append(String.format(Locale.ROOT, "%02X", each)));
        return hex.toString();
    }
}
