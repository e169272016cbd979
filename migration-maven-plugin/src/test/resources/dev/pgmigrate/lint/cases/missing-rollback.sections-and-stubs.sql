-- file: 20250101000000_create_a.sql
create table a (id bigint);
-- file: 20250102000000_create_b.sql
-- finding: `20250102000000_create_b.sql`
create table b (id bigint);
-- file: 20250103000000_drop_a.sql
-- migrate:irreversible reason="the rows are gone"
drop table a;
-- file: rollback/20250101000000_create_a.sql
drop table if exists a;
-- file: rollback/20250102000000_create_b.sql
-- TODO
