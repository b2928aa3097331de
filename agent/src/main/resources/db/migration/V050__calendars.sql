-- What providers' own calendars have, as it was read last; never what it is about.
create table provider_busy (
    provider text   not null,
    from_at  bigint not null,
    to_at    bigint not null,
    primary key (provider, from_at, to_at)
);

-- Whose calendar was read whole, and when what is kept of it was read.
create table provider_calendar (
    provider text   primary key,
    read_at  bigint not null
);
