-- In which language somebody came by a code: what is mailed to them goes in it alone. Whoever came before that was kept gets both.
alter table guests add column language text check (language in ('cy', 'en'));
