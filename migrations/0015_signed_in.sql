-- Who is signed in by which cookie, of which only the hash is known, as long as that lasts.
create view signed_in as
select s.token_hash, s.id as session, s.account, a.email, a.name, a.language, a.theme, s.seen_at < statement_timestamp() - interval '1 hour' as is_stale
from sessions s join accounts a on a.id = s.account where s.expires_at > statement_timestamp();
