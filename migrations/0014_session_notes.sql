-- What somebody who leads a session writes down for themselves alone. Nobody else reads it, nothing of it is an event.
create table session_notes (
    session   uuid not null,
    account   uuid not null references accounts on delete cascade,
    words     text not null check (length(words) <= 5000),
    forget_at timestamptz not null,                         -- a month after the session
    primary key (session, account)
);
create index session_notes_forget on session_notes (forget_at);
