-- file: 20250101000000_create.sql
create table deal (id bigint, note text);
-- file: 20250102000000_checks_only.sql
do $$
declare
    tables integer;
begin
    select count(*) into tables from pg_tables where tablename = 'deal';
    if tables = 0 then
        raise warning 'no deals';
    end if;
end $$;
-- file: 20250103000000_checks_and_changes.sql
do $$
declare
    tables integer;
begin
    -- finding: `pg_tables`
    select count(*) into tables from pg_tables where tablename = 'deal';
    if tables = 1 then
        alter table deal alter column note set default '';
    end if;
end $$;
