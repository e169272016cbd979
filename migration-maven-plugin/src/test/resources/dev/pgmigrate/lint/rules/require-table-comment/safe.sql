-- postgres: 14+
-- file: 20250101000000_create_leases.sql
create table if not exists leases (id bigint primary key);
comment on table leases is 'Who works on which job, until when.';
