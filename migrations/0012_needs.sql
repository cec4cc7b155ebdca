-- What somebody needs to take part, said once and shown session by session. It may tell of health and home, so nothing of it is ever an event.

create table needs (
    id      uuid primary key,
    account uuid not null references accounts on delete cascade,
    kind    text not null check (kind in ('access', 'interpreter', 'travel', 'care', 'food', 'other')),
    words   text not null default '' check (length(words) <= 500),
    told_at timestamptz not null default clock_timestamp(),
    unique (account, kind)
);

-- Who said that they come: to plan by, and nobody is counted as having missed it.
create table session_coming (
    session   uuid not null,
    account   uuid not null references accounts on delete cascade,
    project   uuid not null,
    said_at   timestamptz not null default clock_timestamp(),
    forget_at timestamptz not null,                         -- a month after the session
    primary key (session, account)
);
create index session_coming_account on session_coming (account);
create index session_coming_forget on session_coming (forget_at);

-- The needs that they ticked, so that those who lead that session may see them; and who arranged them.
create table session_needs (
    session     uuid not null,
    need        uuid not null references needs on delete cascade,
    account     uuid not null,
    arranged_by uuid,                                       -- the membership of whoever did
    arranged_at timestamptz,
    primary key (session, need),
    foreign key (session, account) references session_coming on delete cascade
);
create index session_needs_need on session_needs (need);
