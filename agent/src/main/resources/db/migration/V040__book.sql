-- The appointment book. Who a patient is, and what a visit is about, is sealed; the columns that end in _hash hold keyed
-- hashes, by which a row is found without opening all of them. Ids, times, providers, rooms and visit types are in the open:
-- without the patient they tell of no person.

-- The secret of those hashes, sealed by the vault. One row.
create table lookup_secret (
    id            bigint primary key,
    secret_sealed bytea  not null
);

create table patient (
    number          bigint   primary key,
    id              text     not null unique,
    name_sealed     bytea    not null,
    birth_sealed    bytea,
    phone_sealed    bytea,
    external_sealed bytea,
    name_birth_hash bytea,
    birth_hash      bytea,
    phone_hash      bytea,
    external_hash   bytea    unique,
    confidential    smallint not null,
    changed_at      bigint   not null
);

create index patient_name_birth on patient (name_birth_hash);
create index patient_birth on patient (birth_hash);
create index patient_phone on patient (phone_hash);

-- state: as in FHIR's Appointment.status. first_cell to end_cell: what it takes, buffers included, in cells of five minutes
-- since 1970-01-01 UTC; end_cell is the first after it.
create table appointment (
    number          bigint   primary key,
    id              text     not null unique,
    patient_id      text     not null references patient (id),
    provider        text     not null,
    room            text,
    visit_type      text     not null,
    starts_at       bigint   not null,
    ends_at         bigint   not null,
    first_cell      bigint   not null,
    end_cell        bigint   not null,
    state           text     not null,
    confidential    smallint not null,
    made_at         bigint   not null,
    changed_at      bigint   not null,
    confirmed_at    bigint,
    late            smallint not null,
    moved_to        text,
    reason_sealed   bytea,
    external_sealed bytea,
    external_hash   bytea    unique
);

create index appointment_patient on appointment (patient_id, starts_at);
create index appointment_time on appointment (starts_at);
create index appointment_provider on appointment (provider, starts_at);

-- A time that is kept while a caller thinks about it. Numbers are below zero, so that they are none of an appointment.
create table slot_hold (
    number     bigint primary key,
    provider   text   not null,
    room       text,
    first_cell bigint not null,
    end_cell   bigint not null,
    expires_at bigint not null
);

create index slot_hold_expiry on slot_hold (expires_at);

-- Who has which five minutes of which provider and room: the primary key is what keeps two visits apart. holder: number of
-- an appointment or a hold.
create table occupied (
    resource text   not null,
    cell     bigint not null,
    holder   bigint not null,
    primary key (resource, cell)
);

create index occupied_holder on occupied (holder);
