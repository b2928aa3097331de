-- Providers who see nobody for a while, whatever their hours say. Each is over by itself.
create table provider_out (
    number   bigint primary key,
    provider text   not null,
    from_at  bigint not null,
    to_at    bigint not null,
    made_at  bigint not null
);

create index provider_out_end on provider_out (provider, to_at);
