-- Commitments whose keepers were reminded, once for each day that they were due on: the clock's own memory.
create table reminded_commitments (commitment uuid not null, due_on date not null, at timestamptz not null default clock_timestamp(), primary key (commitment, due_on));
