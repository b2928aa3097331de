package org.anteroom.agent.practice.reception;

import static org.anteroom.agent.practice.reception.FrontDesk.NOW;
import static org.anteroom.agent.practice.reception.FrontDesk.PIN;
import static org.anteroom.agent.practice.reception.FrontDesk.by;
import static org.anteroom.agent.practice.reception.FrontDesk.claim;
import static org.anteroom.agent.practice.reception.FrontDesk.from;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anteroom.agent.config.IdentityConfig;
import org.anteroom.agent.config.IdentityConfig.Factor;
import org.anteroom.agent.config.IdentityConfig.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockOutTest {
    private static final Duration LOCK = Duration.ofMinutes(PIN.lockMinutes());
    private static final Claim ANN = claim("ann oakley");

    @TempDir
    Path folder;

    private FrontDesk desk;
    private String ann;

    @BeforeEach
    void open() throws Exception {
        desk = new FrontDesk(folder);
        ann = desk.patient("Ann Oakley");
        desk.pin(ann, "4821");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void locksAfterThreeWrongPinsAlsoOverARestart() throws Exception {
        wrong(3, ANN);

        assertThat(proves(ANN, NOW)).isFalse();
        desk.restart(NOW);
        assertThat(proves(ANN, NOW.plus(LOCK).minusMillis(1))).isFalse();
        assertThat(proves(ANN, NOW.plus(LOCK))).isTrue();
        assertThat(desk.open().trail()).contains("anteroom identity.locked " + ann);
    }

    @Test
    void locksOneNumberAndOnePatientOnly() throws Exception {
        String bob = desk.patient("Robert Birch");
        desk.pin(bob, "7731");
        wrong(3, ANN);

        assertThat(proves(from(Optional.of("2125550199"), ANN), NOW)).isTrue();
        assertThat(desk.stand(claim("robert birch"), Task.CANCEL, "7731"))
                .isEqualTo(new Standing.Proven(bob, List.of()));
    }

    @Test
    void takesAWithheldNumberForOneNumber() throws Exception {
        Claim withheld = from(Optional.empty(), ANN);
        wrong(3, withheld);

        assertThat(proves(withheld, NOW)).isFalse();
        assertThat(proves(ANN, NOW)).isTrue();
    }

    @Test
    void locksTheWholeIdentityWhateverTheTask() throws Exception {
        wrong(3, ANN);

        assertThat(desk.stand(ANN, Task.BOOK, "")).isEqualTo(new Standing.Claimed(ann));
        assertThat(desk.stand(ANN, Task.CONFIRM, "")).isEqualTo(new Standing.Claimed(ann));
    }

    @Test
    void countsNeitherMissingNorNeedlessPins() throws Exception {
        desk.goBy(new IdentityConfig(Factor.PIN, Level.NAME, Level.FACTOR, Level.STAFF, Level.NAME, 3, 30));
        for (int i = 0; i < 5; i++) {
            desk.stand(ANN, Task.CANCEL, "");
            desk.stand(ANN, Task.CONFIRM, "9999");
            desk.stand(ANN, Task.RESCHEDULE, "9999");
        }

        assertThat(proves(ANN, NOW)).isTrue();
    }

    @Test
    void forgetsWrongPinsAfterARightOneAndAfterAWhile() throws Exception {
        wrong(2, ANN);
        assertThat(proves(ANN, NOW)).isTrue();
        wrong(2, ANN);
        assertThat(proves(ANN, NOW)).isTrue();
        wrong(2, ANN);
        Instant later = NOW.plus(LOCK);
        desk.stand(ANN, Task.CANCEL, "9999", later);
        assertThat(proves(ANN, later)).isTrue();
    }

    @Test
    void behavesTheSameForAClaimThatFitsNobody() throws Exception {
        Claim nobody = claim("peter stone");
        wrong(3, nobody);

        assertThat(desk.stand(nobody, Task.CANCEL, "4821")).isEqualTo(new Standing.Stranger());
        assertThat(desk.open().trail()).contains("anteroom identity.locked none");
        assertThat(proves(ANN, NOW)).isTrue();
    }

    @Test
    void keepsGuessesAtThePatientsOwnPinWhenAProxyProvesTheirs() throws Exception {
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);
        Claim claire = by("claire oakley", ANN);
        wrong(2, ANN);
        assertThat(desk.stand(claire, Task.CANCEL, "7731")).isInstanceOf(Standing.Proven.class);
        wrong(1, ANN);

        assertThat(proves(ANN, NOW)).isFalse();
        assertThat(desk.stand(claire, Task.CANCEL, "7731")).isEqualTo(new Standing.Claimed(ann));
        assertThat(proves(ANN, NOW.plus(LOCK))).isTrue();
    }

    @Test
    void keepsGuessesAtOneProxysPinWhenAnotherOrThePatientProvesTheirs() throws Exception {
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);
        desk.proxy(ann, "Peter Stone", "6620", false, Task.CANCEL);
        wrong(2, by("claire oakley", ANN));
        assertThat(desk.stand(by("peter stone", ANN), Task.CANCEL, "6620")).isInstanceOf(Standing.Proven.class);
        assertThat(proves(ANN, NOW)).isTrue();
        wrong(1, by("claire oakley", ANN));

        assertThat(proves(ANN, NOW)).isFalse();
    }

    @Test
    void forgetsAProxysWrongPinsAfterTheirRightOne() throws Exception {
        desk.proxy(ann, "Claire Oakley", "7731", false, Task.CANCEL);
        for (int i = 0; i < 3; i++) {
            wrong(2, by("claire oakley", ANN));
            assertThat(desk.stand(by("claire oakley", ANN), Task.CANCEL, "7731"))
                    .isInstanceOf(Standing.Proven.class);
        }

        assertThat(proves(ANN, NOW)).isTrue();
    }

    @Test
    void looksAtNoMorePinsThanAllowedHoweverManyCallsGuessAtOnce() throws Exception {
        List<CompletableFuture<Standing>> guesses = IntStream.range(0, 12)
                .mapToObj(guess -> desk.asked(ANN, Task.CANCEL, String.valueOf(5000 + guess), NOW))
                .toList();
        for (CompletableFuture<Standing> each : guesses) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isEqualTo(new Standing.Claimed(ann));
        }

        assertThat(desk.open().trail().stream()
                        .filter(entry -> entry.contains("identity.wrong"))
                        .count())
                .isEqualTo(3);
        assertThat(proves(ANN, NOW)).isFalse();
    }

    private void wrong(int times, Claim claim) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(desk.stand(claim, Task.CANCEL, "9999")).isNotInstanceOf(Standing.Proven.class);
        }
    }

    private boolean proves(Claim claim, Instant now) throws Exception {
        return desk.stand(claim, Task.CANCEL, "4821", now) instanceof Standing.Proven;
    }
}
