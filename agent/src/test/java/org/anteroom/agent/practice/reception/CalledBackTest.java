package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.Appointment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Being rung at the number on file, as a proof. */
class CalledBackTest {
    private static final Claim ANN = claim("ann oakley");

    @TempDir
    Path folder;

    private FrontDesk desk;
    private String ann;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
        desk.goBy(rules(Factor.CALL_BACK));
        ann = desk.patient("Ann Oakley");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void provesThePatientWhoseNumberWasRung() throws Exception {
        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.open().trail()).contains("anteroom identity.proven-by-call-back " + ann);
    }

    @Test
    void provesNobodyElse() throws Exception {
        String bob = desk.patient("Robert Birch");

        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(bob))).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.shown(claim("peter stone"), Task.CANCEL, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Stranger());
    }

    @Test
    void provesNothingWhereThePracticeAsksForAnotherFactorOrForStaff() throws Exception {
        desk.goBy(rules(Factor.PIN));
        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(ann))).isEqualTo(new Standing.Claimed(ann));
        desk.goBy(rules(Factor.NONE));
        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(ann))).isEqualTo(new Standing.Claimed(ann));
        desk.goBy(new IdentityConfig(Factor.CALL_BACK, Level.STAFF, Level.STAFF, Level.STAFF, Level.STAFF, 3, 30));
        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(ann))).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void takesNoPinInstead() throws Exception {
        desk.pin(ann, "4821");

        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.Pin("4821"))).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void letsAProxyWhoAnswersDoWhatTheyAreListedForAndNobodyElse() throws Exception {
        desk.proxy(ann, "Claire Oakley", "", false, Task.CANCEL);
        Claim claire = by("claire oakley", ANN);

        assertThat(desk.shown(claire, Task.CANCEL, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Proven(ann, List.of()));
        assertThat(desk.shown(claire, Task.RESCHEDULE, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.shown(by("peter stone", ANN), Task.CANCEL, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void tellsNothingConfidentialAtANumberThatAFamilyShares() throws Exception {
        Appointment open = desk.booked(ann, "2026-06-03T10:00", false);
        desk.booked(ann, "2026-06-04T10:00", true);

        assertThat(desk.shown(ANN, Task.CANCEL, new Evidence.CalledBack(ann)))
                .isEqualTo(new Standing.Proven(ann, List.of(open)));
    }

    @Test
    void waitsForALockOutLikeEveryProof() throws Exception {
        desk.goBy(rules(Factor.PIN));
        for (int i = 0; i < 3; i++) {
            desk.stand(ANN, Task.CANCEL, "9999");
        }
        desk.goBy(rules(Factor.CALL_BACK));

        assertThat(desk.asked(ANN, Task.CANCEL, new Evidence.CalledBack(ann), NOW)
                        .get())
                .isEqualTo(new Standing.Claimed(ann));
    }

    private static IdentityConfig rules(Factor factor) {
        return new IdentityConfig(factor, Level.FACTOR, Level.FACTOR, Level.FACTOR, Level.NAME, 3, 30);
    }
}
