-- file: 20250101000000_create_notes.sql
-- finding: rule `fails-on-purpose` fails with IllegalStateException
create table if not exists fails_on_purpose (id bigint primary key);
create table if not exists notes (id bigint primary key);
