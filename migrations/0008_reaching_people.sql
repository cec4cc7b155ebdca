-- How somebody wants to be reached: what about each project, when not, and on which day once a week. What waits for one person goes as one mail.

alter table memberships drop constraint memberships_mails_check;
alter table memberships add constraint memberships_mails_check check (mails in ('everything', 'my turn', 'weekly', 'nothing'));

alter table accounts
    add column quiet_from  time default '21:00',            -- by the clocks of Wales; both null: at any hour
    add column quiet_until time default '08:00',
    add column weekly_on   smallint not null default 1 check (weekly_on between 1 and 7), -- 1 is Monday
    add constraint accounts_quiet check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until);

alter table outbox
    add column due_at   timestamptz,                        -- when it should go; null: not looked at yet
    add column is_alone boolean not null default false;     -- it could not be told with others, so it is tried by itself
create index outbox_waiting on outbox (recipient) where sent_at is null and failed_at is null;

-- What should be gone by now, and since when.
create view outbox_late as
    select id, coalesce(due_at, created_at) as since from outbox
    where sent_at is null and failed_at is null and coalesce(due_at, created_at) <= clock_timestamp();
