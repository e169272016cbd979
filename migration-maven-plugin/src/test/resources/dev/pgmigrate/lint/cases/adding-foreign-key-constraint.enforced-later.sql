-- postgres: 18+
-- file: 20250101000000_create.sql
create table p (id bigint primary key);
create table t (id bigint primary key, p_id bigint constraint t_p references p (id) not enforced);
-- file: 20250102000000_enforce.sql
-- finding: Enforcing `t_p` blocks reads and writes of `t`
alter table t alter constraint t_p enforced;
-- file: 20250103000000_back.sql
alter table t alter constraint t_p not enforced;
