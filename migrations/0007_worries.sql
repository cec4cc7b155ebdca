-- Outside the record: who is told about a worry for somebody's safety, and worries on their way to them. Nothing of it is ever an event.
create table leads (
    project   uuid primary key,
    name      text not null check (length(name) between 1 and 100),
    telephone text not null default '' check (length(telephone) <= 40),
    email     text not null default '' check (email = lower(email) and length(email) <= 254),
    named_at  timestamptz not null default clock_timestamp()
);

-- Gone in the transaction that notes the mail as sent; seven days at most.
create table worries (
    id       uuid primary key,
    project  uuid not null,
    words    text not null check (length(words) <= 2000),
    reach    text not null default '' check (length(reach) <= 200),
    language text not null,
    told_at  timestamptz not null default clock_timestamp()
);
