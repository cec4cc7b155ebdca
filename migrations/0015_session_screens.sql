-- The big screen of a session on a computer of its own, where nobody signs in: by a code that opens it and nothing else. It is a way to look, so no event.
create table session_screens (
    session   uuid primary key,                             -- one code at a time: a new one takes the place of the one before
    project   uuid not null,
    code_hash bytea not null unique,
    press     uuid not null,                                -- with the key of the house, what the code is made of
    until     timestamptz not null                          -- dead from then on, also where nobody ended the session; gone with its end
);
