-- file: 20250101000000_create.sql
create table p (id bigint not null) partition by range (id);
create table p1 partition of p for values from (1) to (10);
-- file: 20250102000000_more.sql
-- finding: `p2`
create table if not exists p2 partition of public.p for values from (10) to (20);
create table p3 (like p);
alter table p attach partition p3 for values from (20) to (30);
create table q (id bigint) partition by range (id);
create table q1 partition of q default;
