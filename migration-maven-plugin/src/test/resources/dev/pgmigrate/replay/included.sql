-- runner: PSQL
-- What another file does is not seen.
\i other.sql
CREATE TABLE a (id int);
--> runs in NONE
--> again 42P07 table a at a
--> + public.a.id: column int4
--> + public.a: table [id]
CREATE TABLE IF NOT EXISTS b (id int);
--> + public.b.id: column int4
--> + public.b: table [id]
--> meets in a second run:
--> + public.b.id: column int4
--> + public.b: table [id]
