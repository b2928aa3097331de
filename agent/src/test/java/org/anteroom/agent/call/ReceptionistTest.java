package org.anteroom.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that come to a receptionist who goes; its line is closed, no PBX. */
final class ReceptionistTest {
    private static final Invitation CALL =
            new Invitation(Optional.of("2125550111"), Optional.empty(), "5550100", List.of());

    @TempDir
    Path folder;

    private final List<String> answers = new ArrayList<>();
    /** Whether somebody asked for the time, as a call does that the door let in. */
    private volatile boolean letIn;
    /** Done when it does. */
    private Runnable atTheDoor = () -> {};

    private MediaEngine media;
    private Line line;
    private Receptionist receptionist;

    @BeforeEach
    void open() throws Exception {
        media = Senses.media(30_320, 30_339);
        Clock clock = ((InstantSource) this::time).withZone(ZoneOffset.UTC);
        Health health = new Health();
        for (Condition condition : Condition.values()) {
            health.report(condition, true, "test");
        }
        receptionist = new Receptionist(Unplugged.parts(folder, media, clock, health, new ArrayList<>(), event -> {}));
        line = Unplugged.line(receptionist);
        receptionist.serve(line);
    }

    @AfterEach
    void close() throws Exception {
        receptionist.close(Duration.ZERO);
        line.close();
        media.close();
    }

    @Test
    void aCallThatCameThroughTheDoorWhileTheServiceStoppedIsRefusedAndNotLeftBehind() {
        atTheDoor = () -> receptionist.close(Duration.ZERO);

        receptionist.incoming(new Unplugged.Leg(answers), CALL);

        assertThat(letIn).as("the stop came behind the door").isTrue();
        assertThat(answers).containsExactly("refused 503");
        assertThat(receptionist.calls()).isZero();
        assertThat(media.openPorts()).isZero();
    }

    @Test
    void aCallToAStoppedServiceIsRefusedAtTheDoor() {
        receptionist.incoming(new Unplugged.Leg(new CopyOnWriteArrayList<>()), CALL);
        assertThat(letIn).as("the same call before").isTrue();
        receptionist.close(Duration.ZERO);
        letIn = false;

        receptionist.incoming(new Unplugged.Leg(answers), CALL);

        assertThat(letIn).isFalse();
        assertThat(answers).containsExactly("refused 503");
        assertThat(receptionist.calls()).isZero();
    }

    private Instant time() {
        letIn = true;
        Runnable then = atTheDoor;
        atTheDoor = () -> {};
        then.run();
        return Instant.EPOCH;
    }
}
