-- What happened: the one truth. Order of notification_id = order of commits, since writers hold the table's lock until they commit.

create table stored_events (
    originator_id      uuid not null,
    originator_version bigint not null,
    topic              text not null,
    state              bytea not null,
    notification_id    bigint not null generated always as identity unique,
    primary key (originator_id, originator_version)
);

-- Each command once: a second try with the same id finds the first answer.
create table commands (
    id      uuid primary key,
    stream  uuid not null,
    version bigint not null
);

-- What people wrote. Events hold only the id and a commitment to it, so words can be erased.
create table texts (
    id        uuid primary key,
    project   uuid not null,
    owner     uuid not null,
    language  text not null,
    salt      bytea not null,
    body      text not null,
    at        timestamptz not null,
    is_hidden boolean not null default false,
    find      tsvector not null generated always as (to_tsvector('simple', body)) stored
);
create index texts_find on texts using gin (find);
create index texts_owner on texts (owner);

-- Words that may be shown.
create view words as select id, language, body from texts where not is_hidden;

-- The words of several texts by language: {} where there are none, or they were taken down.
create function said(ids uuid[]) returns jsonb language sql stable parallel safe
    return (select coalesce(jsonb_object_agg(t.language, t.body), '{}') from public.texts t where t.id = any(ids) and not t.is_hidden);
