-- file: 20250101000000_create.sql
create table notes (id bigint primary key, body text);
-- file: 20250102000000_move.sql
do $$ begin
    -- finding: `notes.body`
    alter table notes add constraint notes_body check (body <> '');
exception when duplicate_object then null;
end $$;
do $$ begin
    update notes set body = '' where body is null;
exception when undefined_column then null;
end $$;
alter table notes drop column if exists body;
