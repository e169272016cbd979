-- file: 20250101000000_create.sql
create table a (created_at timestamptz not null default now());
-- finding: `created_at`
create table b (id bigint);
create table c (like a);
create temp table s (id bigint);
create table p (created_at timestamptz) partition by range (created_at);
create table p1 partition of p default;
