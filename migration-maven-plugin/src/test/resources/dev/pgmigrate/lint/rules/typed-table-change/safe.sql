-- postgres: 14+
-- file: 20250101000000_create_people.sql
do $$ begin
    create type person as (id bigint, name text);
exception when duplicate_object then null;
end $$;
create table if not exists people of person (constraint people_pkey primary key (id));
-- file: 20250102000000_add_age.sql
set lock_timeout = '2s';
do $$ begin
    alter type person add attribute age bigint cascade;
exception when duplicate_column then null;
end $$;
reset lock_timeout;
