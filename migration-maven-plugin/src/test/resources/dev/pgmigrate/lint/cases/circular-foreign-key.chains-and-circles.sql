-- postgres: 14+
-- refused: 42P01
-- file: 20250101000000_chain.sql
create table a (id bigint primary key, parent bigint references a (id));
create table b (id bigint primary key, a_id bigint references a (id));
create table c (id bigint primary key, b_id bigint, foreign key (b_id) references b (id));
-- file: 20250102000000_circle.sql
-- finding: `d` and `app.f` refer to each other
create schema app; create table d (id bigint primary key, f_id bigint, constraint d_f foreign key (f_id) references app.f (id));
create table e (id bigint primary key, d_id bigint references d (id));
create table app.f (id bigint primary key, e_id bigint references public.e (id));
-- file: 20250103000000_added.sql
create table g (id bigint primary key, h_id bigint);
create table h (id bigint primary key, g_id bigint references g (id));
alter table g add constraint g_h foreign key (h_id) references h (id);
