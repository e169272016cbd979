-- postgres: 14+
-- refused: 42P07
-- file: 20250101000000_within_another_condition.sql
do $$ begin
    if current_setting('server_version_num')::int < 90000 then
        if not exists (select from pg_class where relname = 'notes') then
            create table notes (id bigint);
        end if;
    end if;
end $$;
create table notes (id bigint);
-- file: 20250102000000_behind_a_return.sql
do $$ begin
    if current_setting('server_version_num')::int > 90000 then
        return;
    end if;
    create table tags (id bigint);
end $$;
create table tags (id bigint);
-- file: 20250103000000_behind_a_return_where_it_is.sql
do $$ begin
    if exists (select from pg_class where relname = 'marks') then
        return;
    end if;
    create table marks (id bigint);
end $$;
-- finding: `marks`
create table marks (id bigint);
