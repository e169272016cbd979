-- postgres: 14+
-- file: 001_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 002_add_fields_to_notes.sql
set lock_timeout = '2s';
alter table notes
    add column if not exists field_01 text,
    add column if not exists field_02 text,
    add column if not exists field_03 text;
reset lock_timeout;
