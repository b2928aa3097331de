-- Who a caller is taken for. Animals are patients whose name_sealed is their owner's.
alter table patient add column animal_sealed bytea;
alter table patient add column species_sealed bytea;

-- PINs are hashed slowly, and the hashes sealed.
create table patient_pin (
    patient_id text   primary key references patient (id),
    pin_sealed bytea  not null,
    changed_at bigint not null
);

-- Who may act for a patient. tasks: names with commas between; until_day: the last day, yyyy-mm-dd; blocked: a court's order
-- keeps them away, whatever else is listed.
create table proxy (
    number          bigint   primary key,
    id              text     not null unique,
    patient_id      text     not null references patient (id),
    name_sealed     bytea    not null,
    relation_sealed bytea    not null,
    tasks           text     not null,
    until_day       text     not null,
    blocked         smallint not null,
    pin_sealed      bytea,
    changed_at      bigint   not null
);

create index proxy_patient on proxy (patient_id);

-- Wrong proofs, by a keyed hash of the patient claimed and the number the call came from. A proof is counted as wrong before
-- it is looked at, so that calls beside each other have no more of them than one.
create table identity_lock (
    claim_hash   bytea  primary key,
    wrong        bigint not null,
    last_at      bigint not null,
    locked_until bigint
);
