-- file: 20250101000000_create.sql
create table p (id bigint not null, at date not null) partition by range (at);
create table rest partition of p default;
create table a (id bigint not null, at date not null);
create table q (id bigint not null, at date not null) partition by range (at);
create table others (id bigint not null, at date not null, constraint not_2024 check (at < '2024-01-01'));
alter table q attach partition others default;
create table r (id bigint not null, at date not null) partition by range (at);
create index r_id_idx on r (id);
create table b (id bigint not null, at date not null, constraint bound check (at >= '2024-01-01' and at < '2025-01-01'));
create table c (like b including all);
create index c_id_idx on c (id);
-- file: 20250102000000_attach.sql
create table fresh (like p);
-- finding: `rest`, the default partition
alter table p attach partition fresh for values from ('2023-01-01') to ('2024-01-01');
create table other (like q);
alter table q attach partition other for values from ('2024-01-01') to ('2025-01-01');
-- finding: like `r_id_idx`
alter table r attach partition b for values from ('2024-01-01') to ('2025-01-01');
-- file: 20250103000000_new_in_one_file.sql
create table s (id bigint not null) partition by range (id);
create table s_rest partition of s default;
create table s_1 (like s);
alter table s attach partition s_1 for values from (1) to (2);
