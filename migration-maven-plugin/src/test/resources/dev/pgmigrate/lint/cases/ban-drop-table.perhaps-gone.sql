-- file: 20250101000000_create.sql
create table notes (id bigint primary key);
-- file: 20250102000000_on_a_condition.sql
do $$ begin
    if current_setting('server_version_num')::int < 90000 then
        -- finding: `notes`
        drop table notes;
    end if;
end $$;
-- file: 20250103000000_drop.sql
-- finding: `notes`
drop table if exists notes;
drop table if exists notes;
