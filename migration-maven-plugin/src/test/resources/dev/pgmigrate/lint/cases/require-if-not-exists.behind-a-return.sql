-- file: 20250101000000_guarded.sql
do $$ begin
    if to_regclass('notes') is not null then
        return;
    end if;
    create table notes (id bigint);
end $$;
-- file: 20250102000000_in_front_of_it.sql
do $$ begin
    -- finding: `tags`
    create table tags (id bigint);
    if to_regclass('tags') is not null then
        return;
    end if;
end $$;
