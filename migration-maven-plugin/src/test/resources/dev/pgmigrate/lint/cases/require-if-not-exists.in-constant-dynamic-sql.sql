-- postgres: 14+
-- file: 20250101000000_create_notes.sql
do $do$
begin
    -- finding: `notes`
    execute 'create table notes (id bigint primary key)';
    execute $sql$
        create table if not exists letters (id bigint primary key);
        -- finding: `letters_id`
        create index letters_id on letters (id)
    $sql$;
    if not exists (select from pg_class where relname = 'stamps') then
        execute 'create table stamps (id bigint primary key)';
    end if;
    begin
        execute format('create table %I (id bigint primary key)', 'cards');
    exception
        when duplicate_table then null;
    end;
end
$do$;
