-- Who keeps a place for somebody: said to whoever opens its link or code, where whoever made it chose so.
alter table places add column signed_by uuid;               -- a membership
