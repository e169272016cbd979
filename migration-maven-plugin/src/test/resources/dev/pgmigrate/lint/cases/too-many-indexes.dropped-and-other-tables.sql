-- file: 20250101000000_create.sql
create table t (a integer primary key, b integer unique);
create index i1 on t (a);
create index i2 on t (a, b);
create index i3 on t (b, a);
create index i4 on t (b) where a > 0;
create index i5 on t ((a + 1));
create index i6 on t ((a + 2));
create index i7 on t ((a + 3));
create index i8 on t ((a + 4));
create index i9 on t ((a + 5));
drop index i9;
create table u (a integer);
create index j1 on u (a);
create table v (a integer);
create index v1 on v ((a + 1));
create index v2 on v ((a + 2));
create index v3 on v ((a + 3));
create index v4 on v ((a + 4));
create index v5 on v ((a + 5));
create index v6 on v ((a + 6));
create index v7 on v ((a + 7));
create index v8 on v ((a + 8));
create index v9 on v ((a + 9));
create index v10 on v ((a + 10));
-- finding: `public.v`
create index v11 on v ((a + 11));
