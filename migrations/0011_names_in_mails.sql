-- Names count as words, under the id of their member: a copy of a mail that tells one goes when the name is taken down or erased.
create function forget_mails_of_names() returns trigger language plpgsql as $$
begin
    delete from public.mails where texts @> array[old.member];
    return null;
end $$;

create trigger names_erased after update of name on memberships for each row when (old.name <> '' and new.name = '') execute function forget_mails_of_names();
create trigger names_hidden after update of is_hidden on memberships for each row when (new.is_hidden) execute function forget_mails_of_names();
create trigger names_gone after delete on memberships for each row execute function forget_mails_of_names();
