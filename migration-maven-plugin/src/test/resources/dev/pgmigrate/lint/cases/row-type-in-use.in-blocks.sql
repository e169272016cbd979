-- refused: 0A000
-- file: 20250101000000_create.sql
create table places (zip integer not null);
do $$ begin
    create table people (id bigint primary key, home places);
exception when duplicate_table then null;
end $$;
-- file: 20250102000000_widen.sql
-- finding: `public.people.home` holds values
alter table places alter column zip type bigint;
