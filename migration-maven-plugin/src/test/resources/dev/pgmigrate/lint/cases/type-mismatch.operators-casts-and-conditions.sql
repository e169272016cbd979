-- postgres: 14+
-- refused: 42804, 42846, 42883
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
-- finding: no operator `>` for date and int4
create view old_people as select id from people where born > 10;
create view young_people as select id from people where born > '2010-01-01' and born < now() and seen > born;
-- finding: no operator `=` for int4 and text
create view joined as select p.id from people p join others o on p.id = o.id join counted c on p.id = c.said;
create view joined_well as select p.id from people p join others o on p.id = o.id and p.name = o.name and p.born = o.born;
-- finding: no operator `=` for json and json
create view same_data as select a.id from people a, people b where a.data = b.data;
-- finding: no operator `~~` for int4 and unknown
create view ones as select id from people where id like '1%';
-- finding: no operator `=` for uuid and int4
delete from people where key in (1, 2);
delete from people where key in ('3f2504e0-4f89-11d3-9a0c-0305e82c3301') or key is distinct from gen_random_uuid();
-- finding: no operator `=` for public.mood and int4
delete from people where feels = 1;
delete from people where feels = 'ok' or owes > 3 or owes between 1 and 2.5 or id + 1.5 > owes or name || id = 'x';
-- finding: no operator `+` for text and int4
update people set name = name + 1;
-- finding: no operator `||` for int4 and int4
create view glued as select id || id as twice from people;
-- finding: no operator `->` for text and unknown
create view picked as select name -> 'a' as part from people;
create view picked_well as select data -> 'a' as part, data ->> 'b' as other, tags || '{c}' as more from people;
-- file: 20250103000000_conditions.sql
-- finding: condition of WHERE is int4
delete from people where id;
-- finding: condition of AND is text
delete from people where adult and name;
delete from people where adult and 'true' and not adult;
-- finding: condition of CHECK is int4
create table checked (id int check (id + 1));
-- finding: condition of WHEN is date
create view cased as select case when born then 1 end as one from people;
-- finding: condition of USING is uuid
create policy seen on people using (key);
-- file: 20250104000000_values.sql
insert into people (id, born, name, owes, feels) values (1.5, '2010-01-01', 7, 1, 'ok'), (2, now(), 'x', 2.5, null);
update people set id = o.id, seen = o.born from others o;
alter table counted alter column n set default 2.5, alter column said set default now();
-- finding: values of CASE are int4 and text
create view mixed as select case when adult then id else name end as what from people;
-- finding: values of COALESCE are int4 and text
create view merged as select coalesce(id, name) as what from people;
create view merged_well as select coalesce(id, 2.5, 1::bigint) as what, greatest(born, seen), coalesce(name, 'x') as name from people;
-- finding: type int4 has no collation
create view sorted as select id collate "C" as id from people;
create table grown partition of parts for values in (true);
-- file: 20250105000000_casts_and_calls.sql
-- finding: no cast from bool to date
create view dated as select adult::date as day from people;
create view dated_well as select seen::date as day, id::boolean as some, feels::text as mood, name::mood as own, owes::int as whole from people;
-- finding: No `later` takes arguments of these types
create view moved as select later(name, 1) as day from people;
-- finding: No `shout` takes arguments of these types
create view loud as select shout(id) as name from people;
create view loud_well as select shout(o.name) as name, later('2010-01-01', 1) as day, later(p.born, 2) as next from others o, people p;
-- finding: no operator `>` for date and int4
create function wrong_operator(a date) returns boolean language sql return a > 1;
create function right_result(a int) returns text language sql return a + 1;
-- file: 20250106000000_changed.sql
-- finding: no operator `<=` for bool and int4
alter table counted alter column small type boolean using small = 1;
alter table tallied drop constraint tallied_small_check;
drop index tallied_small;
alter table tallied alter column small type boolean using small = 1;
alter table tallied alter column n drop default, alter column n type boolean using n = 1;
