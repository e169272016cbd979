-- In the transaction that goes around the file.
CREATE TABLE a (id int);
--> + public.a.id: column int4
--> + public.a: table [id]
ROLLBACK;
--> - public.a.id: column int4
--> - public.a: table [id]
CREATE TABLE b (id int);
--> again 42P07 table b at b
--> + public.b.id: column int4
--> + public.b: table [id]
ROLLBACK;
BEGIN;
CREATE TABLE c (id int);
--> runs in FILE
--> + public.c.id: column int4
--> + public.c: table [id]
BEGIN;
CREATE TABLE d (id int);
--> + public.d.id: column int4
--> + public.d: table [id]
ROLLBACK;
--> - public.c.id: column int4
--> - public.c: table [id]
--> - public.d.id: column int4
--> - public.d: table [id]
CREATE TABLE e (id int) ;
--> runs in RUNNER
--> again 42P07 table e at e
--> + public.e.id: column int4
--> + public.e: table [id]
COMMIT;
CREATE TEMPORARY TABLE f (id int) ON COMMIT DROP;
--> + pg_temp.f.id: column int4, in doubt
--> + pg_temp.f: table [id], temporary, in doubt
CREATE TEMPORARY TABLE g PARTITION OF f DEFAULT;
--> + pg_temp.g.id: column int4, in doubt
--> + pg_temp.g: table [id], temporary, part of pg_temp.f, in doubt
CREATE TEMPORARY TABLE h () INHERITS (f);
--> + pg_temp.h.id: column int4, in doubt
--> + pg_temp.h: table [id], temporary, inherits [pg_temp.f], in doubt
CREATE TEMPORARY TABLE i ON COMMIT DROP AS SELECT 1 AS a;
--> + pg_temp.i: table [], and more, temporary, rows ANY, in doubt
CREATE TEMPORARY TABLE j ON COMMIT DELETE ROWS AS SELECT 1 AS a;
--> + pg_temp.j: table [], and more, temporary, rows ANY
CREATE TABLE f (id int);
--> again 42P07 table f at f
--> + public.f.id: column int4
--> + public.f: table [id]
PREPARE TRANSACTION 'x';
