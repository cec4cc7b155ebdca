-- The feed that somebody's calendar program fetches. Its address is derived from the number and the server's key, and stored nowhere.

create table calendars (
    account uuid primary key references accounts on delete cascade,
    number  int not null,                                   -- of its address: a new one ends the old
    is_on   boolean not null
);
