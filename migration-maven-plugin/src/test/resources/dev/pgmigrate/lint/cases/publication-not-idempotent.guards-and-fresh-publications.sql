-- postgres: 15+
-- file: 20250101000000_create.sql
create table a (id bigint primary key);
create table b (id bigint primary key);
create schema app;
drop publication if exists fresh;
create publication fresh;
alter publication fresh add table a;
create publication "P" for table b;
-- file: 20250102000000_add.sql
-- finding: 42710
alter publication "P" add table a;
do $$ begin alter publication "P" add tables in schema app; exception when duplicate_object then null; end $$;
alter publication "P" set table a, b;
-- file: 20250103000000_twice.sql
-- finding: 42710
alter publication "P" add tables in schema app;
-- file: 20250104000000_drop.sql
-- finding: 42704
alter publication "P" drop table only public.a;
-- file: 20250105000000_there_and_back.sql
alter publication "P" add table a;
alter publication "P" drop table a;
