-- What is to leave the system. A row is written with the events that cause it, or by the clock; the broker only carries its id.

create table outbox (
    id         uuid primary key,                            -- uuid5(position, recipient, occasion): the same fact gives the same row
    position   bigint,                                      -- of the event that it follows from; null: a person's asking, or the clock
    occasion   text not null,
    recipient  uuid not null,                               -- a membership; for 'sign in' the asking
    project    uuid not null,
    refs       jsonb not null default '{}',
    created_at timestamptz not null,
    next_at    timestamptz not null default 'epoch',        -- not before this is it handed to the broker (again)
    tries      integer not null default 0,
    error      text,                                        -- the kind of the last failure, never what was in the mail
    sent_at    timestamptz,                                 -- sent, or found not to be wanted
    failed_at  timestamptz                                  -- given up
);
create view outbox_facts as select id, position, occasion, recipient, project, refs, created_at from outbox where position is not null;
create index outbox_unsent on outbox (next_at) where sent_at is null and failed_at is null;

-- Decisions whose electors were reminded: the clock's own memory.
create table reminded (decision uuid primary key, at timestamptz not null default clock_timestamp());

-- Copies where no mail can be sent, and in the demo.
create table mails (
    id         uuid primary key,
    recipient  text not null,
    subject    text not null,
    mime       bytea not null,
    texts      uuid[] not null default '{}',                -- whose words it carries
    sent_at    timestamptz not null default clock_timestamp()
);
create index mails_sent_at on mails (sent_at desc);

-- Words that are erased or hidden are withheld here too.
create function forget_mails() returns trigger language plpgsql as $$
begin
    delete from public.mails where texts @> array[old.id];
    return null;
end $$;

create trigger texts_erased after delete on texts for each row execute function forget_mails();
create trigger texts_hidden after update of is_hidden on texts for each row when (new.is_hidden) execute function forget_mails();

create function tell_relay() returns trigger language plpgsql as $$
begin
    notify outbox;
    return null;
end $$;
create trigger outbox_told after insert on outbox for each statement execute function tell_relay();
