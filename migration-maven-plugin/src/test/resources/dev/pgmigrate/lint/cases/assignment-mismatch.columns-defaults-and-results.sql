-- postgres: 14+
-- refused: 42804, 42P13
-- file: 20250101000000_tables.sql
create type mood as enum ('sad', 'ok');
create domain amount as numeric check (value > 0);
create table people (id int, name text, born date, seen timestamptz, tags text[], data json, feels mood, owes amount, adult boolean, key uuid);
create table others (id bigint, name varchar(20), born timestamp);
create function later(a date, days int) returns date language sql as 'select a + days';
create function shout(a text) returns text language sql as 'select upper(a)';
create table parts (id int, adult boolean) partition by list (adult);
create table counted (n int default 1, small int check (small <= 3), said text default 'a');
create table tallied (n int default 1, small int check (small <= 3));
create index tallied_small on tallied (small) where small > 1;
-- file: 20250102000000_operators.sql
create view young_people as select id from people where born > '2010-01-01' and born < now() and seen > born;
create view joined_well as select p.id from people p join others o on p.id = o.id and p.name = o.name and p.born = o.born;
delete from people where key in ('3f2504e0-4f89-11d3-9a0c-0305e82c3301') or key is distinct from gen_random_uuid();
delete from people where feels = 'ok' or owes > 3 or owes between 1 and 2.5 or id + 1.5 > owes or name || id = 'x';
create view picked_well as select data -> 'a' as part, data ->> 'b' as other, tags || '{c}' as more from people;
-- file: 20250103000000_conditions.sql
delete from people where adult and 'true' and not adult;
-- file: 20250104000000_values.sql
-- finding: `born` is date, and this value is int4
insert into people (id, born) values (1, 2010);
insert into people (id, born, name, owes, feels) values (1.5, '2010-01-01', 7, 1, 'ok'), (2, now(), 'x', 2.5, null);
-- finding: `adult` is bool, and this value is int4
insert into people (id, adult) select id, 1 from others;
-- finding: `feels` is public.mood, and this value is text
update people set feels = name;
-- finding: `id` is int4, and this value is text
update people set id = name;
update people set id = o.id, seen = o.born from others o;
-- finding: `n` is int4, and this value is bool
create table defaults (n int default true, m text default 1);
-- finding: `n` is int4, and this value is text
alter table counted alter column n set default 'a'::text;
alter table counted alter column n set default 2.5, alter column said set default now();
create view merged_well as select coalesce(id, 2.5, 1::bigint) as what, greatest(born, seen), coalesce(name, 'x') as name from people;
-- finding: is int4, which has no collation
create table collated (id int collate "C");
-- finding: `adult` is bool, and this value is int4
create table adults partition of parts for values in (1);
create table grown partition of parts for values in (true);
-- file: 20250105000000_casts_and_calls.sql
create view dated_well as select seen::date as day, id::boolean as some, feels::text as mood, name::mood as own, owes::int as whole from people;
create view loud_well as select shout(o.name) as name, later('2010-01-01', 1) as day, later(p.born, 2) as next from others o, people p;
-- finding: `wrong_result` returns int4, and this value is text
create function wrong_result(a text) returns int language sql return a;
create function right_result(a int) returns text language sql return a + 1;
-- file: 20250106000000_changed.sql
-- finding: gets the type bool, and this value is text
alter table people alter column name type boolean using name || 'x';
-- finding: The default of `n` is
alter table counted alter column n type boolean using n = 1;
alter table tallied drop constraint tallied_small_check;
drop index tallied_small;
alter table tallied alter column small type boolean using small = 1;
alter table tallied alter column n drop default, alter column n type boolean using n = 1;
