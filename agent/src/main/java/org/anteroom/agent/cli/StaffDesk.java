package org.anteroom.agent.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.anteroom.agent.call.StaffBook;
import org.anteroom.agent.config.ConfigException;
import org.anteroom.agent.config.OncallPin;
import org.anteroom.agent.config.PinFile;
import org.anteroom.agent.config.PracticeConfig;
import org.anteroom.agent.config.PracticeProvider;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffChoices;
import org.anteroom.agent.dialogue.StaffNews;
import org.anteroom.agent.dialogue.StaffOverride;
import org.anteroom.agent.practice.Hours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What staff change by phone: the same boards that the commands change, each audited as the person whose PIN it was.
 *
 * @param config the configuration; the PINs lie beside it
 * @param practice as it counts now
 * @param providers empty while the records can't be opened
 */
record StaffDesk(
        Path config,
        Supplier<PracticeConfig> practice,
        ClosureBoard closures,
        DeskBoard desk,
        Optional<ProvidersOut> providers,
        Trail trail,
        Clock clock)
        implements StaffBook {
    private static final Logger LOG = LoggerFactory.getLogger(StaffDesk.class);

    @Override
    public List<OncallPin> pins() throws ConfigException {
        return PinFile.read(PinFile.ofStaffBeside(config));
    }

    @Override
    public DutyNews welcome(String who) {
        return new StaffNews.Welcome(who, choices());
    }

    @Override
    public DutyNews put(String who, StaffOverride what) {
        try {
            List<LocalDateTime> affected = put(what, Actor.byPhone(who));
            return new StaffNews.Put(what, affected, choices());
        } catch (Failure refused) {
            return notNow(refused);
        }
    }

    @Override
    public DutyNews lift(String who, StaffOverride what) {
        String actor = Actor.byPhone(who);
        try {
            if (what instanceof StaffOverride.ToDesk) {
                desk.end(actor);
            } else if (what instanceof StaffOverride.Closed) {
                closures.end(actor);
            } else if (what instanceof StaffOverride.Out out) {
                book().in(out.id(), actor, clock.instant());
            }
            return new StaffNews.Lifted(what, choices());
        } catch (Failure refused) {
            return notNow(refused);
        }
    }

    private List<LocalDateTime> put(StaffOverride what, String actor) throws Failure {
        if (what instanceof StaffOverride.ToDesk toDesk) {
            desk.put(toDesk.until(), actor);
        } else if (what instanceof StaffOverride.Closed closed) {
            closures.close(closed.until(), Optional.of("by phone"), actor);
        } else if (what instanceof StaffOverride.Out out) {
            return book()
                    .out(
                            out.id(),
                            clock.instant(),
                            out.until().atZone(practice.get().timezone()).toInstant(),
                            actor)
                    .stream()
                    .map(this::here)
                    .toList();
        }
        return List.of();
    }

    private ProvidersOut book() throws Failure {
        return providers.orElseThrow(() -> Failure.failed("The book can't be opened now."));
    }

    private static DutyNews notNow(Failure refused) {
        LOG.warn("An override by phone is not in force, nothing is changed: {}", refused.sentence());
        return new DutyNews.NotNow();
    }

    /** What can be changed now. */
    private StaffChoices choices() {
        Instant now = clock.instant();
        PracticeConfig current = practice.get();
        List<StaffOverride.Out> out = providers
                .map(book -> book.at(now).stream()
                        .map(each ->
                                new StaffOverride.Out(each.provider(), name(current, each.provider()), here(each.to())))
                        .toList())
                .orElse(List.of());
        Set<String> away = out.stream().map(StaffOverride.Out::id).collect(Collectors.toSet());
        LocalDateTime midnight = here(now).toLocalDate().plusDays(1).atStartOfDay();
        List<StaffOverride.Out> here = providers.isEmpty()
                ? List.of()
                : current.providers().stream()
                        .filter(each -> !away.contains(each.id()))
                        .map(each -> new StaffOverride.Out(each.id(), each.name(), midnight))
                        .toList();
        List<StaffOverride> inForce = new ArrayList<>();
        desk.standing().ifPresent(time -> inForce.add(new StaffOverride.ToDesk(time.to())));
        closures.standing().ifPresent(closure -> inForce.add(new StaffOverride.Closed(closure.to())));
        inForce.addAll(out);
        return new StaffChoices(desk.possible(), StaffEnds.of(Hours.of(current), now), here, inForce);
    }

    private static String name(PracticeConfig practice, String provider) {
        return practice.providers().stream()
                .filter(each -> each.id().equals(provider))
                .map(PracticeProvider::name)
                .findFirst()
                .orElse(provider);
    }

    private LocalDateTime here(Instant moment) {
        return LocalDateTime.ofInstant(moment, practice.get().timezone());
    }

    @Override
    public void wrongPin(String who) {
        write(who, "wrong-pin");
    }

    @Override
    public void locked(String who) {
        write(who, "locked-out");
    }

    private void write(String who, String what) {
        trail.write("Override by phone", Actor.byPhone(who), "staff.override", what);
    }
}
