-- What somebody carries on paper, and who wants to be rung back. None of it is in an event.

-- The code on a slip; only the hash of it is kept. It can be made again from the slip's id with the server's key, so it can be printed again.
create table slip_codes (
    code_hash bytea primary key,
    slip      uuid not null unique,
    project   uuid not null
);

-- A name and a number, until somebody has rung back; thirty days at most.
create table calls (
    id       uuid primary key,
    project  uuid not null,                                 -- or the network's
    name     text not null check (length(name) <= 100),
    number   text not null check (length(number) <= 40),
    suits    text not null default '' check (length(suits) <= 200),
    language text not null,
    asked_at timestamptz not null default clock_timestamp()
);
create index calls_project on calls (project, asked_at);
