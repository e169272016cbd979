-- file: 20250101000000_create.sql
create table notes (id bigint primary key, body text);
-- file: 20250102000000_again.sql
do $$ begin
    -- finding: the block catches the error
    create table notes (id bigint primary key, body text, label text);
exception when duplicate_table then null;
end $$;
do $$ begin
    -- finding: column body is text
    alter table notes add column body varchar(20);
exception when duplicate_column then null;
end $$;
-- The server drops first.
alter table notes drop column if exists body, add column if not exists body varchar(20);
