-- Which words are to be read on which photo: where words are withheld or erased, the photo of them is too.
create table photographed (
    text uuid not null,
    file uuid not null references files on delete cascade,
    primary key (text, file)
);
create index photographed_file on photographed (file);

alter table files add column is_covered boolean not null default false;   -- some of the words on it are withheld
create or replace view shown_files as
    select id, project, kind, media_type, size, width, height, seconds from files where not is_hidden and not is_covered;
