-- Answers of which those who owe them were reminded, once for each time that they were asked: the clock's own memory.
create table reminded_answers (idea uuid not null, member uuid not null, position bigint not null, at timestamptz not null default clock_timestamp(), primary key (idea, member, position));
