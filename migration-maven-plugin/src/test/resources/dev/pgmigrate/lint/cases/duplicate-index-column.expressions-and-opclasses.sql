-- refused: 42701
-- file: 20250101000000_create.sql
create table t (a integer, b text, "A" integer);
create index i0 on t (a, "A");
-- finding: `a`
create index i00 on t ("a", a);
create index i01 on t ((b || 'X'), (b || 'x'));
-- finding: `a`
create index i1 on t (a, a);
create index i2 on t (a, b);
create index i3 on public.t (b, lower(b), b text_pattern_ops);
create index i4 on t (lower(b), upper(b));
create index i5 on t (a) include (a);
-- finding: `a`
alter table t add constraint u unique (a, b, a);
