-- postgres: 14+
-- file: 20250101000000_create.sql
create table t (a integer, b integer, c integer);
create table u (a integer);
create index t_a on t (a);
create index t_b on t (b);
create index t_c on t (c);
create index t_ab on t (a, b);
create index u_a on u (a);
create unique index t_u on t (c, b);
-- file: 20250102000000_replace.sql
-- finding: `t_a` is gone before `t_a2`
drop index t_a;
drop index t_b;
create index t_b on t (b, c);
drop index t_c;
create index t_c2 on t (b, c);
drop index u_a;
create index t_a2 on t (a, c);
create index t_ab2 on t (a, b, c);
drop index t_ab;
create index t_c3 on t (c) where a > 1;
