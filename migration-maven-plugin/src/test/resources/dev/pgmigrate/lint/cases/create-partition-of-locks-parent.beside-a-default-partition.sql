-- file: 20250101000000_create.sql
create table p (id bigint not null, at date not null) partition by range (at);
create table rest partition of p default;
-- file: 20250102000000_add.sql
-- finding without fix: `rest`, the default partition, is read
create table p_2025 partition of p for values from ('2025-01-01') to ('2026-01-01');
