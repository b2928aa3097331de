-- The journal of calls. Who called and what was said or typed is sealed; ids, times and rule names are not PHI.

create table call (
    number        bigint not null unique,
    id            text   primary key,
    began_at      bigint not null,
    ended_at      bigint,
    outcome       text,
    caller_sealed bytea
);

-- at_ms: milliseconds since the call began. An entry holds its detail either in the open or sealed.
create table call_entry (
    call_id       text   not null references call (id),
    number        bigint not null,
    at_ms         bigint not null,
    kind          text   not null,
    detail        text,
    detail_sealed bytea,
    primary key (call_id, number)
);
