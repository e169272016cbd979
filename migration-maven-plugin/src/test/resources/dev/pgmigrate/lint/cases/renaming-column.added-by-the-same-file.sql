-- file: 20250101000000_create.sql
create table if not exists notes (id bigint primary key, text varchar(10));
-- file: 20250102000000_swap.sql
alter table notes add column if not exists text_new text;
update notes set text_new = text where id < 1000;
alter table notes drop column if exists text;
alter table notes rename column text_new to text;
-- file: 20250103000000_rename.sql
alter table notes add column if not exists body text;
-- finding: `text`
alter table notes rename column text to words;
