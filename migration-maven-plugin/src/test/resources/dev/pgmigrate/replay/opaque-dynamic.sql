-- SQL that is made while it runs may have changed anything.
CREATE TABLE a (id int);
--> again 42P07 table a at a
--> + public.a.id: column int4
--> + public.a: table [id]
DO $$ BEGIN EXECUTE 'ANALYZE ' || t; EXECUTE format('COMMENT ON TABLE %I IS NULL', t); END $$;
CREATE TABLE b (id int);
--> again 42P07 table b at b
--> + public.b.id: column int4
--> + public.b: table [id]
DO $$ BEGIN EXECUTE format('DROP TABLE %I', t); CREATE TABLE c (id int); END $$;
--> - public.a.id: column int4
--> - public.a: table [id]
--> - public.b.id: column int4
--> - public.b: table [id]
--> + public.a.id: column int4, in doubt
--> + public.a: table [id], in doubt
--> + public.b.id: column int4, in doubt
--> + public.b: table [id], in doubt
--> in DO_BODY: CREATE TABLE c (id int)
--> again 42P07 table c at c
--> + public.c.id: column int4, in doubt
--> + public.c: table [id], in doubt
CREATE TABLE d (id int);
--> again 42P07 table d at d
--> + public.d.id: column int4
--> + public.d: table [id]
DO $$ BEGIN EXECUTE 'ANALYZE; DROP TABLE ' || t; END $$;
--> - public.d.id: column int4
--> - public.d: table [id]
--> + public.d.id: column int4, in doubt
--> + public.d: table [id], in doubt
CREATE TABLE e (id int);
--> again 42P07 table e at e
--> + public.e.id: column int4
--> + public.e: table [id]
DO $$ BEGIN EXECUTE 'ANALYZE e; '; END $$;
--> in DO_BODY: ANALYZE e
CREATE TABLE f (id int);
--> again 42P07 table f at f
--> + public.f.id: column int4
--> + public.f: table [id]
DO $$ BEGIN EXECUTE t; END $$;
--> - public.e.id: column int4
--> - public.e: table [id]
--> - public.f.id: column int4
--> - public.f: table [id]
--> + public.e.id: column int4, in doubt
--> + public.e: table [id], in doubt
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
--> quoted: 'ANALYZE e; '
--> meets in a second run:
--> - public.e.id: column int4
--> - public.e: table [id]
--> - public.f.id: column int4
--> - public.f: table [id]
--> + public.e.id: column int4, in doubt
--> + public.e: table [id], in doubt
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
