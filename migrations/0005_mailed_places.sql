-- Whether a link went to the address that is kept for the place: following it shows that the mailbox is one's own. Links and codes that somebody handed over do not.
alter table places add column is_mailed boolean not null default false;
