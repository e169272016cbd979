-- file: 20250101000000_update_schema.sql
-- finding: name `update_schema` does not say
create table if not exists notes (id bigint primary key);
