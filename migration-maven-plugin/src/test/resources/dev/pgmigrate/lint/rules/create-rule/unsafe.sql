-- postgres: 14+
-- file: 20250101000000_create_logs.sql
create table if not exists logs (id bigint primary key);
-- finding: Rule `keep_logs`
create or replace rule keep_logs as on delete to logs do instead nothing;
