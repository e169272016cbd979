-- file: 20250101000000_create.sql
create table p (id bigint primary key, name text not null, kind text unique, amount integer check (amount > 0));
create table t (id bigint, p_id bigint references p, foreign key (p_id) references p (id));
-- file: 20250102000000_alter.sql
-- finding: `t_p_id_fkey2`
alter table t add foreign key (p_id) references p;
-- finding: `t_id_check`
alter table public.t add check (id > 0) not valid;
alter table t add constraint "Named" unique (id);
-- finding: `t_p_id_key`
alter table t add unique (p_id);
