-- file: 20250101000000_create.sql
create table p (id bigint primary key);
create table a (
-- finding: `a.p_id`
    p_id bigint references p
);
create table b (p_id bigint not null references p (id));
create table c (p_id bigint primary key references p);
-- finding: `d.P`
create table d ("P" bigint, foreign key ("P") references public.p);
create table e (p_id bigint references p);
alter table e alter column p_id set not null;
