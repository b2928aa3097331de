package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.BORN;
import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.animalClaim;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.anteroom.agent.practice.reception.FrontDesk.from;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

/** A code that is sent as a text to the number on file, as a proof. */
class TextedTest {
    private static final Claim ANN = claim("ann oakley");
    private static final String NUMBER = "2125550173";

    @TempDir
    Path folder;

    private FrontDesk desk;
    private String ann;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
        desk.goBy(rules(Factor.TEXT));
        ann = desk.patient("Ann Oakley");
    }

    @AfterEach
    void close() {
        assertThat(desk.open().store().store().verifyAudit()).isEmpty();
        desk.close();
    }

    @Test
    void sendsACodeToTheNumberOnFileAndNotToTheCallers() throws Exception {
        desk.sendCode(ANN, Task.CANCEL, NOW);

        assertThat(desk.texts()).extracting(FrontDesk.Texted::number).containsExactly(NUMBER);
        assertThat(desk.open().trail()).contains("anteroom identity.code " + ann);
    }

    @Test
    void provesThePatientOnce() throws Exception {
        Appointment soon = desk.booked(ann, "2026-06-03T10:00", false);
        desk.sendCode(ANN, Task.CANCEL, NOW);

        assertThat(shown(ANN, desk.code())).isEqualTo(new Standing.Proven(ann, List.of(soon)));
        assertThat(shown(ANN, desk.code())).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.open().trail())
                .containsSubsequence("anteroom identity.proven-by-text " + ann, "anteroom identity.wrong " + ann);
    }

    @Test
    void standsForTheRestOfTheCallForThatPatientAlone() throws Exception {
        String bob = desk.patient("Robert Birch");

        assertThat(desk.shown(ANN, Task.RESCHEDULE, new Evidence.TextedBefore(ann)))
                .isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.shown(ANN, Task.RESCHEDULE, new Evidence.TextedBefore(bob)))
                .isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.shown(claim("peter stone"), Task.CANCEL, new Evidence.TextedBefore(ann)))
                .isEqualTo(new Standing.Stranger());
    }

    @Test
    void provesNobodyWhoCallsFromAnotherNumber() throws Exception {
        desk.sendCode(ANN, Task.CANCEL, NOW);

        assertThat(shown(from(Optional.of("2125550199"), ANN), desk.code())).isEqualTo(new Standing.Claimed(ann));
        assertThat(shown(from(Optional.empty(), ANN), desk.code())).isEqualTo(new Standing.Claimed(ann));
        assertThat(shown(ANN, desk.code())).isInstanceOf(Standing.Proven.class);
    }

    @Test
    void isOverAfterTenMinutesAndAfterARestart() throws Exception {
        desk.sendCode(ANN, Task.CANCEL, NOW);
        Evidence given = new Evidence.Texted(desk.code());

        assertThat(await(desk.asked(ANN, Task.CANCEL, given, NOW.plus(Codes.LIFE))))
                .isEqualTo(new Standing.Claimed(ann));
        desk.sendCode(ANN, Task.CANCEL, NOW);
        String code = desk.code();
        desk.restart(NOW);
        assertThat(shown(ANN, code)).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void countsWrongCodesTowardsTheLockOutAndSendsNoneWhileItLasts() throws Exception {
        desk.sendCode(ANN, Task.CANCEL, NOW);
        String code = desk.code();
        for (int i = 0; i < 3; i++) {
            assertThat(shown(ANN, other(code))).isEqualTo(new Standing.Claimed(ann));
        }

        assertThat(shown(ANN, code)).isEqualTo(new Standing.Claimed(ann));
        desk.sendCode(ANN, Task.CANCEL, NOW);
        assertThat(desk.texts()).hasSize(1);
        assertThat(desk.open().trail())
                .containsSubsequence("anteroom identity.locked " + ann, "anteroom identity.no-code " + ann);
    }

    @Test
    void forgetsWrongCodesAfterTheRightOne() throws Exception {
        for (int i = 0; i < 3; i++) {
            Instant later = NOW.plus(Duration.ofHours(i));
            desk.sendCode(ANN, Task.CANCEL, later);
            for (int wrong = 0; wrong < 2; wrong++) {
                assertThat(await(desk.asked(ANN, Task.CANCEL, new Evidence.Texted(other(desk.code())), later)))
                        .isEqualTo(new Standing.Claimed(ann));
            }
            assertThat(await(desk.asked(ANN, Task.CANCEL, new Evidence.Texted(desk.code()), later)))
                    .isInstanceOf(Standing.Proven.class);
        }
    }

    @Test
    void countsAndLocksACodeOfAClaimThatFitsNobodyInTheSameWay() throws Exception {
        Claim nobody = claim("peter stone");
        desk.sendCode(nobody, Task.CANCEL, NOW);
        for (int i = 0; i < 4; i++) {
            assertThat(shown(nobody, "123456")).isEqualTo(new Standing.Stranger());
        }

        assertThat(desk.texts()).isEmpty();
        assertThat(desk.open().trail())
                .containsSubsequence(
                        "anteroom identity.no-code none",
                        "anteroom identity.nobody none",
                        "anteroom identity.locked none");
    }

    @Test
    void answersAStrangerTheSameAndNoSoonerThanAPatient() throws Exception {
        Duration floor = Duration.ofMillis(300);
        Reception slow = desk.reception(floor);

        for (Claim each : List.of(ANN, claim("nobody known"), claim())) {
            long asked = System.nanoTime();
            Found found =
                    slow.answer(new Query.SendCode(each, Task.CANCEL), NOW).get(30, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(floor);
            assertThat(found).isEqualTo(new Found.CodeAsked());
        }
    }

    @Test
    void sendsThreeAnHourAndNoMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.sendCode(from(Optional.of("212555010" + i), ANN), Task.CANCEL, NOW);
        }

        assertThat(desk.texts()).hasSize(3);
    }

    @Test
    void sendsThreeAnHourToOneNumberHoweverManyPatientsHaveIt() throws Exception {
        for (String name : List.of("Robert Birch", "Claire Stone", "Tom Reed")) {
            desk.patient(name);
        }
        for (String name : List.of("ann oakley", "robert birch", "claire stone", "tom reed")) {
            desk.sendCode(claim(name), Task.CANCEL, NOW);
        }

        assertThat(desk.texts()).extracting(FrontDesk.Texted::number).containsExactly(NUMBER, NUMBER, NUMBER);
    }

    @Test
    void sendsNoneWhereNoNumberIsOnFileOrVisitsAreConfidential() throws Exception {
        desk.patient(new PatientDetails("Tom Reed", Optional.of(BORN), Optional.empty(), Optional.of("tom"), false));
        desk.patient(new PatientDetails("Eve Stone", Optional.of(BORN), Optional.of(NUMBER), Optional.of("eve"), true));

        desk.sendCode(claim("tom reed"), Task.CANCEL, NOW);
        desk.sendCode(claim("eve stone"), Task.CANCEL, NOW);

        assertThat(desk.texts()).isEmpty();
    }

    @Test
    void sendsNoneWhereThePracticeAsksForAnotherFactorOrForStaff() throws Exception {
        desk.goBy(rules(Factor.PIN));
        desk.sendCode(ANN, Task.CANCEL, NOW);
        desk.goBy(new IdentityConfig(Factor.TEXT, Level.STAFF, Level.STAFF, Level.NAME, Level.NAME, 3, 30));
        desk.sendCode(ANN, Task.CANCEL, NOW);
        desk.sendCode(ANN, Task.RESCHEDULE, NOW);
        desk.sendCode(ANN, Task.BOOK, NOW);

        assertThat(desk.texts()).isEmpty();
    }

    @Test
    void takesNoPinInstead() throws Exception {
        desk.pin(ann, "482100");

        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.Pin("482100"))).isEqualTo(new Standing.Claimed(ann));
        assertThat(shown(ANN, "482100")).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void tellsNothingConfidentialToAPhoneThatAFamilyShares() throws Exception {
        Appointment open = desk.booked(ann, "2026-06-03T10:00", false);
        desk.booked(ann, "2026-06-04T10:00", true);
        desk.sendCode(ANN, Task.CANCEL, NOW);

        assertThat(shown(ANN, desk.code())).isEqualTo(new Standing.Proven(ann, List.of(open)));
    }

    @Test
    void letsAListedProxyWhoHasThePhoneDoWhatTheyAreListedFor() throws Exception {
        desk.proxy(ann, "Claire Oakley", "", false, Task.CANCEL);
        Claim claire = by("claire oakley", ANN);
        desk.sendCode(claire, Task.RESCHEDULE, NOW);
        desk.sendCode(by("peter stone", ANN), Task.CANCEL, NOW);
        assertThat(desk.texts()).isEmpty();

        desk.sendCode(claire, Task.CANCEL, NOW);
        assertThat(shown(by("peter stone", ANN), desk.code())).isEqualTo(new Standing.Claimed(ann));
        assertThat(shown(ANN, desk.code())).as("the patient's own way").isEqualTo(new Standing.Claimed(ann));
        assertThat(shown(claire, desk.code())).isEqualTo(new Standing.Proven(ann, List.of()));
    }

    @Test
    void knowsAnAnimalsOwnerByTheirPhone() throws Exception {
        String bella = desk.animal("Ann Oakley", "Bella", NUMBER);
        Claim owner = animalClaim("oakley", "bella", NUMBER);
        desk.sendCode(owner, Task.CANCEL, NOW);

        assertThat(desk.texts()).extracting(FrontDesk.Texted::number).containsExactly(NUMBER);
        assertThat(shown(owner, desk.code())).isEqualTo(new Standing.Proven(bella, List.of()));
    }

    @Test
    void keepsNeitherCodeNorNumberInTheTrail() throws Exception {
        desk.sendCode(ANN, Task.CANCEL, NOW);
        shown(ANN, desk.code());

        assertThat(desk.open().trail())
                .noneMatch(entry -> entry.contains(desk.code())
                        || entry.contains(NUMBER)
                        || entry.toLowerCase(Locale.ROOT).contains("oakley"));
        assertThat(new Evidence.Texted("123456").toString()).doesNotContain("123456");
    }

    private Standing shown(Claim claim, String code) throws Exception {
        return desk.shown(claim, Task.CANCEL, new Evidence.Texted(code));
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static IdentityConfig rules(Factor factor) {
        return new IdentityConfig(factor, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30);
    }
}
