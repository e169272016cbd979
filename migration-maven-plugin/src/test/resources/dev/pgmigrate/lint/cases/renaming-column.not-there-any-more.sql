-- file: 20250101000000_create.sql
create table things (id bigint, name text);
-- file: 20250102000000_rename.sql
do $$ begin
    if exists (
        select from information_schema.columns
        where table_schema = 'public' and table_name = 'things' and column_name = 'title'
    ) then
        alter table public.things rename column title to name;
    end if;
    if exists (
        select from information_schema.columns
        where table_schema = 'public' and table_name = 'things' and column_name = 'name'
    ) then
-- finding: `name`
        alter table public.things rename column name to label;
    end if;
end $$;
