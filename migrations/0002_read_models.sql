-- How far each version of each read model has come. Its tables are in the schema NAME_vVERSION.
create table read_models (
    name text not null,
    version int not null,
    position bigint not null default 0,        -- the last event in it; changed only together with its rows
    born bigint not null default 0,            -- kept tables get rows only for events after this position
    state text not null default 'building' check (state in ('building', 'ready', 'parked')),
    ready_at timestamptz,                      -- when it first was at the head: from then on it may be shown, even while parked
    error text,                                -- why it is parked
    error_position bigint,                     -- the event that it fails on
    tries int not null default 0,
    retry_at timestamptz,
    primary key (name, version)
);
