-- postgres: 14+
-- refused: 3F000, 42703
-- file: 20250101000000_create.sql
create schema app;
create table t (a integer primary key, "B" text, r int4range);
create table app.t (c integer);
create table p (a integer, k integer) partition by list (k);
create table p1 partition of p for values in (1);
create table parent (a integer);
create table child () inherits (parent);
create table made as select 1 as x;
create table likewise (like t);
create view v as select a as z from t;
create function area(t) returns integer language sql immutable as 'select 1';
create function touch() returns trigger language plpgsql as 'begin return new; end';
create temp table s (x integer);
create extension if not exists btree_gist;
-- file: 20250102000000_fine.sql
create index i1 on t (a, "B");
create index i2 on t (lower("B")) where a > 1;
create policy p1 on t using (t.area = 1 and tableoid > 0 and t is not null);
create policy p2 on t using (exists (select 1 from app.t u where u.c = t.a));
create index i3 on made (x);
alter table parent add column later text;
create index i4 on child (later);
create index i5 on likewise ("B");
alter table p rename column a to renamed;
create index i6 on p1 (renamed);
alter table t add column fresh text, add constraint fresh_check check (fresh <> '');
alter table v alter column z set default 1;
create index i7 on app.t (c);
create table if not exists t (other integer, unique (other), check (other > 0));
comment on column v.z is 'z';
create trigger tr1 before update of a on t for each row when (new.a is distinct from old.a) execute function touch();
insert into t (a, "B") values (1, 'x') on conflict do nothing;
create table self (id integer primary key, up integer references self (id));
create index i8 on unseen.thing (whatever);
-- file: 20250103000000_wrong.sql
-- finding: has no column `b`
create index w1 on t (b);
-- finding: has no column `c`
create index w2 on public.t (lower(c::text));
-- finding: has no column `c`
create index w3 on t (a) include (c);
-- finding: has no column `c`
create policy w4 on t using (c = 1);
-- finding: has no column `c`
create policy w5 on t for insert with check (t.c = 1);
-- finding: has no column `c`
create trigger w6 before update of c on t for each row execute function touch();
-- finding: has no column `c`
create trigger w7 before update on t for each row when (new.c = 1) execute function touch();
-- finding: has no column `c`
alter table t add constraint w8 unique (c);
-- finding: has no column `c`
alter table t add constraint w9 check (c > 0);
-- finding: has no column `c`
alter table app.t add constraint w10 foreign key (c) references public.t (c);
-- finding: has no column `c`
alter table t alter column c set not null;
-- finding: has no column `c`
alter table t drop column c;
alter table t drop column if exists c;
-- finding: has no column `c`
alter table t rename column c to d;
-- finding: has no column `c`
comment on column t.c is 'c';
-- finding: has no column `c`
insert into t (a, c) values (2, 1);
-- finding: has no column `c`
update t set c = 1;
-- finding: has no column `d`
create table w11 (c integer, unique (d));
-- finding: has no column `d`
create table w12 (c integer, d2 integer generated always as (d + 1) stored);
-- finding: has no column `a`
create index w13 on p (a);
-- file: 20250104000000_gone.sql
alter table t drop column "B" cascade;
-- finding: has no column `B`
create index w14 on t ("B");
do $$ begin
    if exists (select 1 from information_schema.columns where table_name = 't' and column_name = 'nope') then
        update t set nope = 1;
    end if;
    alter table t alter column nope set not null;
exception when undefined_column then null;
end $$;
-- file: 20250105000000_dynamic.sql
do $$ begin execute 'alter table ' || 't add column dyn int'; end $$;
create index on t (dyn);
set search_path = app;
create index on t (c);
