-- postgres: 14+
-- file: 20250101000000_create.sql
create table if not exists notes (id bigint not null, code bigint not null);
create unique index if not exists notes_code on notes (code);
create unique index if not exists notes_id on notes (id);
-- file: 20250102000000_keys.sql
-- finding: ADD CONSTRAINT fails with 55000
alter table notes add constraint notes_code unique using index notes_code;
-- finding: ADD CONSTRAINT fails with 42704
alter table notes add constraint notes_pkey primary key using index notes_id;
-- file: 20250103000000_unnamed.sql
create unique index if not exists notes_both on notes (id, code);
-- finding: `notes_both` on `notes` exists when the file runs again, and ADD CONSTRAINT fails with 55000
alter table notes add unique using index notes_both;
