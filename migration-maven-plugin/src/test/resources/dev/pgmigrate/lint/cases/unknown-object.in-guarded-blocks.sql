-- refused: 42P01
-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
drop table notes;
-- file: 20250102000000_guarded.sql
do $$ begin
    -- finding: `notes` is dropped
    alter table notes add constraint notes_id check (id > 0);
exception when duplicate_object then null;
end $$;
do $$ begin
    alter table notes add constraint notes_id check (id > 0);
exception when duplicate_object or undefined_table then null;
end $$;
