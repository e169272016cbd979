-- refused: 42P01
-- file: 20250101000000_write.sql
-- finding: schema_migrations
insert into schema_migrations (version) values ('1') on conflict do nothing;
-- finding: flyway_schema_history
delete from public.flyway_schema_history where version = '1';
-- finding: schema_migrations
update supabase_migrations.schema_migrations set name = 'x' where version = '1';
select * from schema_migrations;
create table my_schema_migrations (id bigint);
insert into my_schema_migrations values (1);
