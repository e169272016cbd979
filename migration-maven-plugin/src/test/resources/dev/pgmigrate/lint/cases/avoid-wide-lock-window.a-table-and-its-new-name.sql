-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key);
create table if not exists tags (id bigint primary key);
-- file: 20250102000000_rename.sql
alter table notes rename to cards;
alter table cards add column if not exists text text;
-- file: 20250103000000_rename.sql
alter table cards rename to letters;
-- finding: while `letters` still is
alter table tags add column if not exists text text;
