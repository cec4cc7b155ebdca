-- Photos and voice notes. Events and read models hold only the id and the commitment (made with `salt`), so that a row can be erased for good.
create table files (
    id         uuid primary key,
    project    uuid not null,
    owner      uuid not null,
    kind       text not null check (kind in ('photo', 'sound')),
    media_type text not null,
    salt       bytea not null check (length(salt) = 32),
    body       bytea not null,
    size       integer not null generated always as (octet_length(body)) stored,
    width      integer,                                     -- of photos
    height     integer,
    seconds    integer,                                     -- of sounds, where the recording says
    is_hidden  boolean not null default false,
    at         timestamptz not null default clock_timestamp()
);
alter table files alter column body set storage external;   -- it is packed already, and parts of it are asked for
create index files_owner on files (owner);

-- Those that may be shown.
create view shown_files as select id, project, kind, media_type, size, width, height, seconds from files where not is_hidden;

-- The name of somebody who is on the record by what they said alone is shown as long as they may be quoted.
alter table memberships add column shown_until date;
create or replace view names as
    select member, project,
           case when not is_hidden and (shown_until is null or shown_until >= (now() at time zone 'Europe/London')::date) then nullif(name, '') end as name
    from memberships;
