-- What happened to alarms: fixed sentences and ids only, no PHI. Numbers of alarms go on across restarts.

create table alarm_event (
    number      bigint primary key,
    happened_at bigint not null,
    alarm       bigint not null,
    what        text   not null,
    actor       text   not null,
    detail      text   not null
);
