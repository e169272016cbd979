-- file: 20250101000000_create.sql
create table p (id bigint) partition by range (id);
create table p1 partition of p for values from (1) to (2);
create table q (id bigint) partition by range (id);
create table q1 partition of q for values from (1) to (2);
create table q_rest partition of q default;
create table s (id bigint) partition by range (id);
create table s1 partition of s for values from (1) to (2);
create table s_rest (id bigint);
alter table s attach partition s_rest default;
-- file: 20250102000000_detach.sql
-- finding: `p1`
alter table public.p detach partition p1;
alter table q detach partition q1;
alter table s detach partition s1;
create table r (id bigint) partition by range (id);
create table r1 partition of r default;
alter table r detach partition r1;
