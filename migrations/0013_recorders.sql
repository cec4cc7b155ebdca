-- Who wrote down what a slip goes with, so that nobody writes for a whole room with nobody looking.
alter table slip_codes add column writer uuid, add column given_at timestamptz not null default clock_timestamp();
create index slip_codes_writer on slip_codes (writer, given_at desc);
