-- postgres: 14+
-- file: 20250101000000_create_leases.sql
create table if not exists leases (id bigint primary key);
comment on column leases.id is 'The number of the job.';
