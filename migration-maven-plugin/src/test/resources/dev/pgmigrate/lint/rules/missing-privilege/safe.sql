-- postgres: 14+
-- file: 20250101000000_create_audits.sql
create table if not exists audits (id bigint primary key);
-- file: 20250102000000_write_audit.sql
insert into audits (id) values (1) on conflict do nothing;
