-- postgres: 14+
-- file: 20250101000000_create_wide.sql
create table if not exists wide (id bigint primary key, a int, b int, c int, d int, e int, f int, g int, h int, i int, j int);
create index if not exists wide_a_idx on wide (a);
create index if not exists wide_b_idx on wide (b);
create index if not exists wide_c_idx on wide (c);
create index if not exists wide_d_idx on wide (d);
create index if not exists wide_e_idx on wide (e);
create index if not exists wide_f_idx on wide (f);
create index if not exists wide_g_idx on wide (g);
create index if not exists wide_h_idx on wide (h);
create index if not exists wide_i_idx on wide (i);
-- finding: `public.wide` has 11 indexes
create index if not exists wide_j_idx on wide (j);
