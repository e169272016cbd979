-- refused: 42710, 42P07
-- file: 20250101000000_copies.sql
create table source (id bigint primary key, code text unique, n int, constraint positive check (n > 0));
create table whole (like source including all);
create table bare (like source);
create table indexed (like source including indexes);
create table checked (like source including all excluding indexes);
-- file: 20250102000000_what_the_copies_have.sql
-- finding: `whole_pkey`
create index whole_pkey on source (n);
-- finding: `whole_code_key`
create index whole_code_key on source (n);
-- finding: `positive` on `whole`
alter table whole add constraint positive check (n > 1);
-- finding: `indexed_pkey`
create index indexed_pkey on source (n);
alter table indexed add constraint positive check (n > 1);
-- finding: `positive` on `checked`
alter table checked add constraint positive check (n > 1);
create index checked_pkey on source (n);
create index bare_pkey on source (n);
alter table bare add constraint positive check (n > 1);
-- file: 20250103000000_renamed.sql
create table old (like source including all);
alter table old rename constraint old_pkey to old_key;
create index old_pkey on source (n);
-- finding: `old_key`
create index old_key on source (n);
alter table old rename to new;
create table old (id bigint);
-- finding: `new`
create table new (id bigint);
create table gone (like source including indexes);
alter table gone drop constraint gone_pkey;
create index gone_pkey on source (n);
-- file: 20250104000000_sequences.sql
create table counted (id serial, other int generated always as identity);
-- finding: `counted_id_seq`
create sequence counted_id_seq;
-- finding: `counted_other_seq`
create sequence counted_other_seq;
create table counting (id serial);
drop table counting;
create sequence counting_id_seq;
-- file: 20250105000000_exclusion.sql
create table booked (during int4range, exclude using gist (during with &&));
-- finding: `booked_during_excl`
create index booked_during_excl on source (n);
