-- Who somebody is: everything here may be erased, and nothing here is in an event.

create table accounts (
    id         uuid primary key,
    email      text not null unique check (email = lower(email) and length(email) <= 254),
    name       text not null default '' check (length(name) <= 100),
    language   text check (language in ('cy', 'en')),       -- null: not asked yet, mail goes out in both
    theme      text check (theme in ('light', 'dark')),     -- null: as the device says
    created_at timestamptz not null default clock_timestamp()
);

-- The only place where a membership (what events and rolls hold) meets a person.
create table memberships (
    member     uuid primary key,
    project    uuid not null,
    account    uuid references accounts on delete set null, -- null: on the record, without an account (yet)
    name       text not null default '' check (length(name) <= 100),
    is_hidden  boolean not null default false,
    mails      text not null default 'everything' check (mails in ('everything', 'my turn', 'nothing')),
    created_at timestamptz not null default clock_timestamp(),
    unique (project, account)
);
create index memberships_account on memberships (account);

create view names as select member, project, case when not is_hidden then nullif(name, '') end as name from memberships;

-- A link or a printed code by which somebody claims a place, once. Only the hash of it is kept.
create table places (
    token_hash bytea primary key,
    member     uuid not null references memberships on delete cascade,
    made_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index places_member on places (member);

-- The address of somebody who was invited by mail; gone once the place is taken.
create table invitations (
    member  uuid primary key references memberships on delete cascade,
    email   text not null check (email = lower(email) and length(email) <= 254),
    made_at timestamptz not null default clock_timestamp()
);
create index invitations_email on invitations (email);

-- One asking to sign in. The secrets are made when the mail is sent, so until then both hashes are null.
create table sign_ins (
    id           uuid primary key,
    email        text not null,
    browser_hash bytea not null,
    language     text,
    token_hash   bytea unique,
    code_hash    bytea,
    tries        integer not null default 0,
    asked_at     timestamptz not null default clock_timestamp(),
    expires_at   timestamptz not null default clock_timestamp() + interval '10 minutes',
    ended_at     timestamptz                                -- used, or replaced by a newer one
);
create index sign_ins_browser on sign_ins (browser_hash, asked_at desc);
create index sign_ins_email on sign_ins (email) where ended_at is null;

create table sessions (
    token_hash bytea primary key,
    id         uuid not null unique,
    account    uuid not null references accounts on delete cascade,
    device     text not null default '',
    made_at    timestamptz not null default clock_timestamp(),
    seen_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null
);
create index sessions_account on sessions (account);

create table rate_limits (
    key   bytea primary key,
    count integer not null,
    since timestamptz not null
);
