-- history: a-type-behind-a-handler
-- file: 20260101000000_type.sql
do $$ begin
    create type mood as enum ('sad', 'ok');
exception when duplicate_object then null;
end $$;
-- file: 20260102000000_wrong_handler.sql
do $$ begin
    create type weather as enum ('wet', 'dry');
exception when duplicate_table then null;
end $$;
-- file: 20260103000000_all_handlers.sql
do $$ begin
    create domain positive as int check (value > 0);
exception when others then raise notice 'positive: %', sqlerrm;
end $$;

-- history: a-constraint-behind-the-catalog
-- file: 20260101000000_table.sql
create table parcels (id bigint primary key, weight int);
-- file: 20260102000000_check.sql
do $$ begin
    if not exists (
        select from pg_constraint where conname = 'parcels_weight' and conrelid = 'parcels'::regclass
    ) then
        alter table parcels add constraint parcels_weight check (weight > 0);
    end if;
end $$;
-- file: 20260103000000_another_name.sql
do $$ begin
    if not exists (select from pg_constraint where conname = 'parcels_weigt') then
        alter table parcels add constraint parcels_least check (weight > 1);
    end if;
end $$;

-- history: a-column-behind-information-schema
-- file: 20260101000000_table.sql
create table trips (id bigint primary key);
-- file: 20260102000000_column.sql
do $$ begin
    if not exists (
        select from information_schema.columns
        where table_schema = 'public' and table_name = 'trips' and column_name = 'distance'
    ) then
        alter table trips add column distance int;
    end if;
end $$;
-- file: 20260103000000_renamed.sql
do $$ begin
    if exists (
        select from information_schema.columns
        where table_schema = 'public' and table_name = 'trips' and column_name = 'distance'
    ) then
        alter table trips rename column distance to kilometres;
    end if;
end $$;

-- history: to-regclass
-- file: 20260101000000_make.sql
do $$ begin
    if to_regclass('public.stations') is null then
        create table stations (id bigint primary key, name text);
        create index stations_name on stations (name);
    end if;
end $$;
-- file: 20260102000000_drop.sql
do $$ begin
    if to_regclass('public.stations_name') is not null then
        drop index stations_name;
    end if;
end $$;
-- file: 20260103000000_rename.sql
alter table if exists stations rename to stops;

-- history: drop-then-create
-- file: 20260101000000_first.sql
drop table if exists scratch;
create table scratch (id int);
drop function if exists scratched();
create function scratched() returns int language sql as 'select count(*)::int from scratch';
-- file: 20260102000000_view.sql
drop view if exists scratch_view;
create view scratch_view as select id from scratch;
-- file: 20260103000000_anew.sql
drop view if exists scratch_view;
drop table if exists scratch;
create table scratch (id bigint, note text);
create view scratch_view as select id, note from scratch;

-- history: half-a-guard
-- file: 20260101000000_half.sql
create table if not exists halves (id bigint primary key, a int);
create index halves_a on halves (a);
alter table halves add constraint halves_positive check (a > 0);
-- file: 20260102000000_whole.sql
create table if not exists wholes (id bigint primary key, a int);
create index if not exists wholes_a on wholes (a);
alter table wholes drop constraint if exists wholes_positive;
alter table wholes add constraint wholes_positive check (a > 0);

-- history: loops-over-tables
-- file: 20260101000000_tables.sql
create table loop_a (id int);
create table loop_b (id int);
-- file: 20260102000000_loop.sql
do $$
declare
    name text;
begin
    foreach name in array array['loop_a', 'loop_b'] loop
        execute format('alter table %I add column if not exists tenant text', name);
    end loop;
end $$;
-- file: 20260103000000_after.sql
create index if not exists loop_a_tenant on loop_a (tenant);
alter table loop_b alter column tenant set default 'none';

-- history: a-function-that-migrates
-- file: 20260101000000_helper.sql
create function add_tenant(of text) returns void language plpgsql as $$
begin
    execute format('alter table %I add column tenant text', of);
end $$;
create table served (id int);
-- file: 20260102000000_call.sql
select add_tenant('served');
-- file: 20260103000000_drop.sql
drop function add_tenant(text);

-- history: nested-blocks
-- file: 20260101000000_nested.sql
do $outer$
begin
    begin
        create table nested (id int primary key);
    exception when duplicate_table then
        null;
    end;
    begin
        alter table nested add column value text;
    exception when duplicate_column then
        raise notice 'nested.value is there';
    end;
end
$outer$;
-- file: 20260102000000_text.sql
do 'begin
    if not exists (select from pg_indexes where indexname = ''nested_value'') then
        create index nested_value on nested (value);
    end if;
end';

-- history: version-checks
-- file: 20260101000000_table.sql
create table versions (id int, data jsonb);
-- file: 20260102000000_by_version.sql
do $$ begin
    if current_setting('server_version_num')::int >= 140000 then
        alter table versions alter column data set compression pglz;
    else
        raise exception 'too old';
    end if;
end $$;

-- history: a-handler-for-a-missing-table
-- file: 20260101000000_missing.sql
do $$ begin
    alter table never_made add column a int;
exception when undefined_table then
    raise notice 'never_made is not there';
end $$;
-- file: 20260102000000_if_exists.sql
alter table if exists never_made add column b int;
drop index if exists never_made_a;
-- file: 20260103000000_made.sql
create table never_made (id int);

-- history: early-returns
-- file: 20260101000000_return.sql
do $$ begin
    if exists (select from pg_class where relname = 'returned') then
        return;
    end if;
    create table returned (id int primary key);
end $$;
-- file: 20260102000000_after_return.sql
do $$ begin
    if false then return; end if;
    alter table returned add column value int;
end $$;
