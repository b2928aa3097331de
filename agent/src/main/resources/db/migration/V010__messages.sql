-- What callers left for the practice. Everything they said about themselves is sealed; id, times and call id are not PHI.

create table message (
    number             bigint   primary key,
    id                 text     not null unique,
    received_at        bigint   not null,
    call_id            text     not null,
    incomplete         smallint not null,
    clip_from          bigint,
    clip_to            bigint,
    category_sealed    bytea    not null,
    caller_name_sealed bytea,
    call_back_sealed   bytea,
    about_sealed       bytea,
    urgency_sealed     bytea
);
