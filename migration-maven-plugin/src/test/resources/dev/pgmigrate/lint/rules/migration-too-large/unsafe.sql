-- postgres: 14+
-- file: 001_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 002_add_columns_to_notes.sql
alter table notes add column if not exists field_01 text;
alter table notes add column if not exists field_02 text;
alter table notes add column if not exists field_03 text;
alter table notes add column if not exists field_04 text;
alter table notes add column if not exists field_05 text;
alter table notes add column if not exists field_06 text;
alter table notes add column if not exists field_07 text;
alter table notes add column if not exists field_08 text;
alter table notes add column if not exists field_09 text;
alter table notes add column if not exists field_10 text;
alter table notes add column if not exists field_11 text;
alter table notes add column if not exists field_12 text;
alter table notes add column if not exists field_13 text;
alter table notes add column if not exists field_14 text;
alter table notes add column if not exists field_15 text;
alter table notes add column if not exists field_16 text;
alter table notes add column if not exists field_17 text;
alter table notes add column if not exists field_18 text;
alter table notes add column if not exists field_19 text;
alter table notes add column if not exists field_20 text;
alter table notes add column if not exists field_21 text;
alter table notes add column if not exists field_22 text;
alter table notes add column if not exists field_23 text;
alter table notes add column if not exists field_24 text;
alter table notes add column if not exists field_25 text;
alter table notes add column if not exists field_26 text;
alter table notes add column if not exists field_27 text;
alter table notes add column if not exists field_28 text;
alter table notes add column if not exists field_29 text;
alter table notes add column if not exists field_30 text;
-- finding: has 31 statements
alter table notes add column if not exists field_31 text;
