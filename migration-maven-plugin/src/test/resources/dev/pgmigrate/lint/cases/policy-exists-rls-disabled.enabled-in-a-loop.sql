-- file: 20250101000000_create.sql
create table c (id bigint);
create policy p on c using (true);
-- file: 20250102000000_enable.sql
do $$ declare t text; begin
    foreach t in array array['c'] loop
        execute format('alter table %I enable row level security', t);
    end loop;
end $$;
