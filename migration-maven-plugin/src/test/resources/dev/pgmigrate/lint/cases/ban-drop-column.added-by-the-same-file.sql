-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key, old text);
-- file: 20250102000000_work.sql
alter table notes add column if not exists work text;
alter table notes drop column if exists work;
alter table notes add column if not exists old text;
-- finding: `old`
alter table notes drop column if exists old;
