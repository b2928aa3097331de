-- Call-backs that callers were promised. Who must keep one, with the numbers to ring, is sealed; what it is about stands in
-- its message. Ids, times and stages are not PHI.

create table call_back (
    number       bigint   primary key,
    id           text     not null unique,
    message_id   text     not null references message (id),
    call_id      text     not null,
    promised_at  bigint   not null,
    due_at       bigint   not null,
    stage        text     not null,
    changed_at   bigint   not null,
    taken_at     bigint,
    owner_sealed bytea    not null
);

create index call_back_open on call_back (stage, due_at);
