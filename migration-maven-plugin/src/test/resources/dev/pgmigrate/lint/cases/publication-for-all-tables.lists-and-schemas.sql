-- postgres: 15+
-- file: 20250101000000_create.sql
create table a (id bigint primary key);
create publication one for table a;
create publication two for tables in schema public;
create publication three;
-- finding: `Four`
create publication "Four" for all tables with (publish = 'insert');
