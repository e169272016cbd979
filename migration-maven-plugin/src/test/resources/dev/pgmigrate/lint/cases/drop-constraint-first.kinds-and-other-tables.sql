-- file: 20250101000000_create.sql
create table t (a integer, b integer, "C" integer);
create table u (a integer primary key);
-- file: 20250102000000_add.sql
alter table t drop constraint if exists one, add constraint one check (a > 0);
-- finding: `two`
alter table t add constraint two check (b > 0);
alter table if exists public.t drop constraint if exists three;
alter table t add constraint three foreign key (a) references u not valid;
alter table u drop constraint if exists four;
-- finding: `four`
alter table t add constraint four unique (a);
do $$ begin
    alter table t add constraint five check (a > 0);
exception when duplicate_object then null;
end $$;
do $$ begin
    if not exists (select from pg_constraint where conname = 'six' and conrelid = 't'::regclass) then
        alter table t add constraint six check (a > 0);
    end if;
end $$;
create table if not exists fresh (a integer, constraint x check (a > 0));
-- finding: `Seven`
alter table fresh add constraint "Seven" check (a > 1);
create temp table s (a integer) on commit drop;
alter table s add constraint x check (a > 1);
