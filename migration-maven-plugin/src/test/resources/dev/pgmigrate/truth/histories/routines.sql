-- history: overloads
-- file: 20260101000000_area.sql
create function area(side numeric) returns numeric language sql immutable as 'select side * side';
create function area(width numeric, height numeric) returns numeric language sql immutable as 'select width * height';
-- file: 20260102000000_drop_one.sql
drop function area(numeric);
-- file: 20260103000000_replace.sql
create or replace function area(width numeric, height numeric) returns numeric language sql immutable strict
    as 'select abs(width * height)';
-- file: 20260104000000_settings.sql
alter function area(numeric, numeric) parallel safe;
alter function area(numeric, numeric) cost 5;
-- file: 20260105000000_rename.sql
alter function area(numeric, numeric) rename to surface;

-- history: another-result
-- file: 20260101000000_now.sql
create function stamp() returns timestamp language sql as 'select localtimestamp';
-- file: 20260102000000_other.sql
drop function if exists stamp();
create function stamp() returns timestamptz language sql as 'select now()';
-- file: 20260103000000_arguments.sql
create or replace function stamp(zone text) returns timestamp language sql as 'select now() at time zone zone';

-- history: a-procedure-and-its-callers
-- file: 20260101000000_procedure.sql
create table counters (name text primary key, value bigint not null default 0);
create or replace procedure count_up(of text) language plpgsql as $$
begin
    insert into counters values (of, 1) on conflict (name) do update set value = counters.value + 1;
end
$$;
-- file: 20260102000000_call.sql
call count_up('migrations');
-- file: 20260103000000_definer.sql
alter procedure count_up(text) security definer set search_path = public, pg_temp;
-- file: 20260104000000_drop.sql
drop procedure count_up(text);

-- history: a-body-of-the-standard
-- file: 20260101000000_tables.sql
create table points (x int, y int);
create function far_points(least int) returns setof points language sql stable
begin atomic
    select * from points where x * x + y * y > least * least;
end;
-- file: 20260102000000_column.sql
alter table points add column label text;
-- file: 20260103000000_drop.sql
drop function far_points(int);
alter table points drop column label;

-- history: an-aggregate-and-an-operator
-- file: 20260101000000_product.sql
create aggregate product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');
create function same_ignoring_case(text, text) returns boolean language sql immutable as 'select lower($1) = lower($2)';
create operator =~= (leftarg = text, rightarg = text, function = same_ignoring_case);
-- file: 20260102000000_drop.sql
drop operator if exists =~= (text, text);
-- file: 20260103000000_rename.sql
alter aggregate product(numeric) rename to multiplied;
-- file: 20260104000000_replace.sql
create or replace aggregate multiplied(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '2');

-- history: composite-types
-- file: 20260101000000_address.sql
create type address as (street text, zip text);
create table shops (id bigint primary key, place address);
-- file: 20260102000000_country.sql
alter type address add attribute country text;
-- file: 20260103000000_zip.sql
alter type address rename attribute zip to postcode cascade;
-- file: 20260104000000_function.sql
create function in_country(address, text) returns boolean language sql as 'select ($1).country = $2';
-- file: 20260105000000_drop.sql
alter table shops drop column place;
drop type address cascade;

-- history: ranges-of-our-own
-- file: 20260101000000_range.sql
create type float_range as range (subtype = float8, subtype_diff = float8mi);
create table bands (id int primary key, band float_range, multi float_multirange);
-- file: 20260102000000_rename.sql
alter type float_range rename to band_range;
-- file: 20260103000000_drop.sql
drop table bands;
drop type if exists band_range;

-- history: views-upon-views
-- file: 20260101000000_base.sql
create table people (id bigint primary key, first text, last text, born date);
create view names as select id, first || ' ' || last as name from people;
create view long_names as select * from names where length(name) > 20;
-- file: 20260102000000_append.sql
create or replace view names as select id, first || ' ' || last as name, born from people;
-- file: 20260103000000_rename_column.sql
alter view names rename column born to birthday;
-- file: 20260104000000_cascade.sql
drop view if exists names cascade;
-- file: 20260105000000_safe.sql
create view names with (security_barrier) as select id, last from people;
-- file: 20260106000000_options.sql
alter view names reset (security_barrier);

-- history: an-instead-of-trigger
-- file: 20260101000000_view.sql
create table stored (id int primary key, value text);
create view shown as select id, upper(value) as value from stored;
create function store() returns trigger language plpgsql as $body$
begin
    insert into stored values (new.id, lower(new.value));
    return new;
end
$body$;
create trigger shown_insert instead of insert on shown for each row execute function store();
-- file: 20260102000000_write.sql
insert into shown values (1, 'ONE') ;
-- file: 20260103000000_drop.sql
drop trigger shown_insert on shown;

-- history: rules-of-old
-- file: 20260101000000_rule.sql
create table kept (id int);
create rule kept_delete as on delete to kept do instead nothing;
-- file: 20260102000000_replace.sql
create or replace rule kept_delete as on delete to kept do instead update kept set id = -old.id where id = old.id;
-- file: 20260103000000_rename.sql
alter rule kept_delete on kept rename to kept_forever;
-- file: 20260104000000_drop.sql
drop rule if exists kept_delete on kept;
drop rule kept_forever on kept;

-- history: event-triggers
-- file: 20260101000000_watch.sql
create function watch_ddl() returns event_trigger language plpgsql as $$ begin raise debug '%', tg_tag; end $$;
create event trigger watch_ddl on ddl_command_end execute function watch_ddl();
-- file: 20260102000000_off.sql
alter event trigger watch_ddl disable;
-- file: 20260103000000_table.sql
create table watched (id int);
-- file: 20260104000000_drop.sql
drop event trigger watch_ddl;
drop function watch_ddl();

-- history: deferred-circle
-- file: 20260101000000_circle.sql
create table hens (id bigint primary key, egg bigint);
create table eggs (id bigint primary key, hen bigint references hens deferrable initially deferred);
alter table hens add constraint hens_egg foreign key (egg) references eggs deferrable initially deferred;
-- file: 20260102000000_rows.sql
insert into hens values (1, 1);
insert into eggs values (1, 1);
-- file: 20260103000000_immediate.sql
alter table hens alter constraint hens_egg not deferrable;
-- file: 20260104000000_break.sql
alter table hens drop constraint if exists hens_egg;
drop table eggs;

-- history: a-constraint-trigger
-- file: 20260101000000_accounts.sql
create table ledger (account int, amount numeric);
create function balanced() returns trigger language plpgsql as $$
begin
    if (select sum(amount) from ledger) <> 0 then
        raise exception 'The ledger does not balance' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_balanced after insert or update or delete on ledger
    deferrable initially deferred for each row execute function balanced();
-- file: 20260102000000_rows.sql
insert into ledger values (1, 10), (2, -10);
-- file: 20260103000000_again.sql
drop trigger if exists ledger_balanced on ledger;
create constraint trigger ledger_balanced after insert on ledger
    deferrable initially deferred for each row execute function balanced();
