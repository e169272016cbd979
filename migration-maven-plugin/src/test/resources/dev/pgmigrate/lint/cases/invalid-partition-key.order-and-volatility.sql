-- postgres: 14+
-- refused: 42704, 42P17
-- file: 20250101000000_keys.sql
create function shifted(a int) returns int language sql as $$ select a + random()::int $$;
create function doubled(a int) returns int language sql immutable as $$ select a * 2 $$;
-- finding: no operator class by which btree
create table placed (a point) partition by list (a);
-- finding: no operator class by which btree
create table papers (a int, b json) partition by range (a, b);
-- finding: no operator class by which hash
create table hashed (a json) partition by hash (a);
-- finding: has no operator class `point_ops`
create table placed_too (a point) partition by range (a point_ops);
-- finding: what is not IMMUTABLE
create table shifting (a int) partition by range (shifted(a));
-- finding: what is not IMMUTABLE
create table guessing (a int) partition by range ((a + random()::int));
create table doubling (a int) partition by range (doubled(a));
create table listed (a jsonb, b text[]) partition by list (a);
