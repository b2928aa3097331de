-- Emergencies: which stretch of a call's journal each is. What happened in it stands in call_entry; nothing here is PHI.

create table emergency (
    number      bigint primary key,
    call_id     text   not null references call (id),
    first_entry bigint not null,
    last_entry  bigint
);

-- What people said of an emergency afterwards. Rows are only added; the newest counts. actor: an account as the audit trail
-- names it, or the name of the on-call phone whose keys said so.
create table emergency_outcome (
    number      bigint primary key,
    emergency   bigint not null references emergency (number),
    happened_at bigint not null,
    actor       text   not null,
    outcome     text   not null
);
