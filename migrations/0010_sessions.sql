-- How people come to a session without an account: its code while it runs, and the browser that came by it. Neither is in an event.

create table session_codes (
    code_hash bytea primary key,                            -- of six letters that can be read out; gone once the session is over
    session   uuid not null unique,
    project   uuid not null,
    until     timestamptz not null,                         -- dead from then on, also where nobody ended the session
    seats     int not null,
    taken     int not null default 0 check (taken <= seats)
);

create table guests (
    token_hash  bytea primary key,
    session     uuid not null,
    project     uuid not null,
    member      uuid not null,
    is_borrowed boolean not null,                           -- not their own phone: it forgets them with the browser's window
    expires_at  timestamptz not null
);
create index guests_expired on guests (expires_at);
