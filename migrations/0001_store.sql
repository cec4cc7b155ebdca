-- What happened: the log from which everything else follows. Written by workspace/appending.py alone, which locks the table, so that the order of
-- notification_id is the order of commits. Never changed, never deleted from. Vacuum stays as it is everywhere else (the library would switch it off).
create table stored_events (
    originator_id      uuid not null,
    originator_version bigint not null,
    topic              text not null,
    state              bytea not null,
    notification_id    bigserial not null,
    primary key (originator_id, originator_version)
) with (autovacuum_enabled = true);
create unique index stored_events_notification_id on stored_events (notification_id);

-- Which command brought what, so that no command happens twice: stream and version of its first event, position of its last.
create table commands (
    id       uuid primary key,
    stream   uuid not null,
    version  int not null,
    position bigint not null
);

-- What people wrote. Events, read models and the log hold only its id and its commitment (made with `salt`), so that a row can be erased for good.
create table texts (
    id        uuid primary key,
    project   uuid not null,
    owner     uuid not null,
    language  text not null,
    salt      bytea not null check (length(salt) = 32),
    body      text not null,
    at        timestamptz not null default clock_timestamp(),
    is_hidden boolean not null default false,
    find      tsvector not null generated always as (to_tsvector('simple', left(body, 100000))) stored
);
create index texts_owner on texts (owner);
create index texts_find on texts using gin (find);

create view words as select id, language, body from texts where not is_hidden;

-- The words that may be shown, as {language: body}; {} where they were taken down.
create function said(uuid[]) returns jsonb language sql stable parallel safe
    return (select coalesce(jsonb_object_agg(language, body), '{}') from words where id = any ($1));
