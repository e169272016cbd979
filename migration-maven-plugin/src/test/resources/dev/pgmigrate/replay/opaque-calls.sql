-- What a called routine does is not followed.
CREATE TABLE a (id int);
--> again 42P07 table a at a
--> + public.a.id: column int4
--> + public.a: table [id]
CREATE FUNCTION reads() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; INSERT INTO a VALUES (1); EXECUTE 'ANALYZE a'; RETURN 1; END $$;
--> again 42723 function reads() at reads
--> + public.reads(): FUNCTION [LANGUAGE plpgsql]
--> in FUNCTION_BODY: PERFORM 1
--> in FUNCTION_BODY: INSERT INTO a VALUES (1)
--> in FUNCTION_BODY: ANALYZE a
SELECT reads();
SELECT unknown();
CREATE PROCEDURE writes() LANGUAGE plpgsql AS $$ BEGIN UPDATE a SET id = 1; END $$;
--> again 42723 procedure writes() at writes
--> + public.writes(): PROCEDURE [LANGUAGE plpgsql]
--> in FUNCTION_BODY: UPDATE a SET id = 1
CALL writes();
CREATE FUNCTION makes() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE b (id int); RETURN 1; END $$;
--> again 42723 function makes() at makes
--> + public.makes(): FUNCTION [LANGUAGE plpgsql]
--> in FUNCTION_BODY: CREATE TABLE b (id int)
SELECT id, makes() FROM a;
--> - public.a.id: column int4
--> - public.a: table [id]
--> - public.makes(): FUNCTION [LANGUAGE plpgsql]
--> - public.reads(): FUNCTION [LANGUAGE plpgsql]
--> - public.writes(): PROCEDURE [LANGUAGE plpgsql]
--> + public.a.id: column int4, in doubt
--> + public.a: table [id], in doubt
--> + public.makes(): FUNCTION [LANGUAGE plpgsql], in doubt
--> + public.reads(): FUNCTION [LANGUAGE plpgsql], in doubt
--> + public.writes(): PROCEDURE [LANGUAGE plpgsql], in doubt
CREATE TABLE c (id int);
--> again 42P07 table c at c
--> + public.c.id: column int4
--> + public.c: table [id]
CREATE FUNCTION runs(t text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE t; RETURN 1; END $$;
--> again 42723 function runs(text) at runs
--> + public.runs(text): FUNCTION [LANGUAGE plpgsql]
SELECT runs('DROP TABLE c');
--> - public.c.id: column int4
--> - public.c: table [id]
--> - public.runs(text): FUNCTION [LANGUAGE plpgsql]
--> + public.c.id: column int4, in doubt
--> + public.c: table [id], in doubt
--> + public.runs(text): FUNCTION [LANGUAGE plpgsql], in doubt
CREATE TABLE d (id int);
--> again 42P07 table d at d
--> + public.d.id: column int4
--> + public.d: table [id]
CALL unknown();
--> - public.d.id: column int4
--> - public.d: table [id]
--> + public.d.id: column int4, in doubt
--> + public.d: table [id], in doubt
CREATE TABLE e (id int);
--> again 42P07 table e at e
--> + public.e.id: column int4
--> + public.e: table [id]
DO $$ BEGIN DO 'BEGIN DROP TABLE e; END'; END $$;
--> - public.e.id: column int4
--> - public.e: table [id]
--> + public.e.id: column int4, in doubt
--> + public.e: table [id], in doubt
--> in DO_BODY: DO 'BEGIN DROP TABLE e; END'
CREATE TABLE f (id int);
--> again 42P07 table f at f
--> + public.f.id: column int4
--> + public.f: table [id]
DO $$ BEGIN PERFORM makes(); END $$;
--> in DO_BODY: PERFORM makes()
--> - public.f.id: column int4
--> - public.f: table [id]
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
--> quoted: 'ANALYZE a'
--> meets in a second run:
--> - public.f.id: column int4
--> - public.f: table [id]
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
