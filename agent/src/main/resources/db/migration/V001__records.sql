-- Times are milliseconds since 1970-01-01 UTC. Columns that end in _sealed hold values sealed by the vault.

create table audit (
    number        bigint primary key,
    happened_at   bigint not null,
    actor         text   not null,
    action        text   not null,
    subject       text   not null,
    previous_hash bytea  not null,
    hash          bytea  not null
);

-- One row that is written when nothing else is, to see whether the disk takes writes again.
create table probe (
    id    bigint primary key,
    beats bigint not null
);

insert into probe (id, beats) values (1, 0);
