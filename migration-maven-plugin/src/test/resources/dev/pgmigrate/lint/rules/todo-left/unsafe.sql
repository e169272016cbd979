-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, title text);
-- file: 20250102000000_add_author.sql
-- finding: `TODO` is still in the place of a name
alter table notes add column if not exists TODO bigint;
-- file: 20250103000000_index_author.sql
-- finding: `TODO` is still in the place of a name
create index concurrently if not exists notes_TODO_idx on notes (TODO);
-- file: 20250104000000_drop_title.sql
-- finding: `TODO` is still in the reason
-- migrate:ignore ban-drop-column reason="nothing has used title since TODO which release"
alter table notes drop column if exists title;
-- file: 20250105000000_fill_notes.sql
do $$ begin
    -- finding: `TODO` is still in the place of a name
    update notes set id = id where TODO is null;
end $$;
