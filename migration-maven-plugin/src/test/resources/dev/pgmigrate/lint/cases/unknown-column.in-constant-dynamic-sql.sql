-- postgres: 14+
-- refused: 42703
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, body text);
-- file: 20250102000000_change_notes.sql
do $do$
begin
    execute 'alter table notes rename column body to text';
    -- finding: `body`
    execute 'create index if not exists notes_body on notes (body)';
    execute 'create index if not exists notes_text on notes (text)';
end
$do$;
