-- Drills: what was played, what came of it. Nothing here is about a patient: the sentences are our own recordings.

-- A call that was a drill: figures about callers and about nights leave it out.
alter table call add column drill integer not null default 0;

-- how: 'scheduled', 'asked for', or the outage that was rehearsed. outcome: 'passed', 'failed', 'gave way', 'not made'.
create table drill (
    number   bigint primary key,
    began_at bigint not null,
    ended_at bigint not null,
    how      text   not null,
    outcome  text   not null,
    detail   text   not null
);

-- Milliseconds from the end of the phrase; null where it did not come to that.
create table drill_phrase (
    drill       bigint not null references drill (number),
    number      bigint not null,
    phrase      text   not null,
    grade       text   not null,
    rule        text   not null,
    rang_ms     bigint,
    accepted_ms bigint,
    bridged_ms  bigint,
    problem     text   not null,
    primary key (drill, number)
);
