-- file: 20250101000000_guarded.sql
create table if not exists notes (id bigint primary key);
do $$ begin
    -- finding: belongs to the types
    create type mood as enum ('good');
exception when duplicate_object then null;
end $$;
-- file: 20250102000000_grants_last.sql
create table if not exists tasks (id bigint primary key, name text);
grant select on tasks to public;
-- finding: belongs to the indexes
create index if not exists tasks_name on tasks (name);
-- file: 20250103000000_one_after_the_other.sql
create table if not exists shops (id bigint primary key, name text);
create index if not exists shops_name on shops (name);
grant select on shops to public;
create table if not exists goods (id bigint primary key, name text);
create index if not exists goods_name on goods (name);
grant select on goods to public;
