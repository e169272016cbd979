-- postgres: 14+
-- file: 20250101000000_create_wide.sql
create table if not exists wide (id bigint primary key, a int, b int);
create index if not exists wide_a_idx on wide (a);
create index if not exists wide_b_idx on wide (b);
