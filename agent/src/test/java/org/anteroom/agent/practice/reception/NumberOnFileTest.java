package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.BORN;
import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.anteroom.agent.records.OpenStore.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.anteroom.agent.practice.book.PatientDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be rung at the number on file. */
class NumberOnFileTest {
    @TempDir
    Path folder;

    private FrontDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
        desk.goBy(rules(Factor.CALL_BACK, Level.FACTOR));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Optional<NumberOnFile> of(String name) throws Exception {
        return of(claim(name));
    }

    private Optional<NumberOnFile> of(Claim claim) throws Exception {
        return await(desk.reception().callBackTo(claim, Task.CANCEL, NOW));
    }

    private String patient(String name, Optional<String> number, boolean confidential) throws Exception {
        return desk.patient(
                new PatientDetails(name, Optional.of(BORN), number, Optional.of("ext " + name), confidential));
    }

    @Test
    void isThePatientsAndTheQuestionIsAudited() throws Exception {
        String ann = patient("Ann Oakley", Optional.of("+1 (212) 555-0173"), false);

        assertThat(of("ann oakley")).contains(new NumberOnFile(ann, "2125550173"));
        assertThat(desk.open().trail()).contains("anteroom identity.call-back " + ann);
    }

    @Test
    void isNobodysForAStranger() throws Exception {
        assertThat(of("peter stone")).isEmpty();
        assertThat(desk.open().trail()).contains("anteroom identity.call-back none");
    }

    @Test
    void isNotGivenOfWhoeverHasNoneOrAShortOneOrIsMarkedConfidential() throws Exception {
        patient("Ann Oakley", Optional.empty(), false);
        patient("Robert Birch", Optional.of("911"), false);
        patient("Claire Stone", Optional.of("2125550173"), true);

        assertThat(of("ann oakley")).isEmpty();
        assertThat(of("robert birch")).isEmpty();
        assertThat(of("claire stone")).isEmpty();
    }

    @Test
    void isNotGivenWhereThePracticeAsksForNoCallBack() throws Exception {
        patient("Ann Oakley", Optional.of("2125550173"), false);
        desk.goBy(rules(Factor.PIN, Level.FACTOR));
        assertThat(of("ann oakley")).isEmpty();
        desk.goBy(rules(Factor.CALL_BACK, Level.STAFF));
        assertThat(of("ann oakley")).isEmpty();
    }

    @Test
    void isNotGivenWhileTheIdentityIsLocked() throws Exception {
        patient("Ann Oakley", Optional.of("2125550173"), false);
        desk.goBy(rules(Factor.PIN, Level.FACTOR));
        for (int i = 0; i < 3; i++) {
            desk.stand(claim("ann oakley"), Task.CANCEL, "9999");
        }
        desk.goBy(rules(Factor.CALL_BACK, Level.FACTOR));
        assertThat(of("ann oakley")).isEmpty();
    }

    @Test
    void isGivenForAProxyWhoIsListedForTheTask() throws Exception {
        String ann = patient("Ann Oakley", Optional.of("2125550173"), false);
        desk.proxy(ann, "Claire Oakley", "", false, Task.CANCEL);

        assertThat(of(by("claire oakley", claim("ann oakley")))).contains(new NumberOnFile(ann, "2125550173"));
    }

    @Test
    void isNotGivenForAProxyWhoIsListedForSomethingElseOrNotAtAll() throws Exception {
        String ann = patient("Ann Oakley", Optional.of("2125550173"), false);
        desk.proxy(ann, "Claire Oakley", "", false, Task.RESCHEDULE);

        assertThat(of(by("claire oakley", claim("ann oakley")))).isEmpty();
        assertThat(of(by("peter stone", claim("ann oakley")))).isEmpty();
        assertThat(of(by("", claim("ann oakley")))).isEmpty();
        assertThat(desk.open().trail()).contains("anteroom identity.call-back " + ann);
    }

    @Test
    void isNotGivenForOneWhomACourtKeepsAway() throws Exception {
        String ann = patient("Ann Oakley", Optional.of("2125550173"), false);
        desk.proxy(ann, "Claire Oakley", "", false, Task.CANCEL);
        desk.proxy(ann, "Peter Stone", "", true, Task.CANCEL);

        assertThat(of(by("peter stone", claim("ann oakley")))).isEmpty();
        assertThat(of(by("claire oakley", claim("ann oakley")))).isPresent();
    }

    @Test
    void isNotInTheTextOfIt() {
        assertThat(new NumberOnFile("patient", "2125550173").toString()).isEqualTo("NumberOnFile[]");
    }

    private static IdentityConfig rules(Factor factor, Level level) {
        return new IdentityConfig(factor, level, level, level, Level.NAME, 3, 30);
    }
}
