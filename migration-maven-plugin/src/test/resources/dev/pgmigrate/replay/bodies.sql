-- What runs in bodies.
DO $$ BEGIN CREATE TABLE a (id int); END $$;
--> in DO_BODY: CREATE TABLE a (id int)
--> + public.a.id: column int4
--> + public.a: table [id]
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'b') THEN CREATE TABLE b (id int); DROP TABLE a; END IF;
    IF EXISTS (SELECT 1) THEN CREATE TABLE c (id int); END IF;
    IF true THEN CREATE TABLE d (id int); ELSE CREATE TABLE e (id int); END IF;
    IF NOT EXISTS (SELECT 1) THEN CREATE TABLE f (id int); ELSIF true THEN CREATE TABLE g (id int); END IF;
    IF NOT EXISTS (SELECT 1) THEN IF NOT EXISTS (SELECT 1) THEN CREATE TABLE f2 (id int); END IF; END IF;
    LOOP CREATE TABLE h (id int); END LOOP;
    BEGIN CREATE TABLE i (id int); END;
    BEGIN CREATE TABLE j (id int); EXCEPTION WHEN duplicate_table OR SQLSTATE '42710' THEN DROP TABLE j; END;
    BEGIN CREATE TABLE k (id int); EXCEPTION WHEN OTHERS THEN NULL; END;
    BEGIN CREATE TABLE l (id int); CREATE TABLE m (id int); EXCEPTION WHEN duplicate_table THEN NULL; END;
    BEGIN ALTER TABLE a DROP COLUMN id, ADD COLUMN x int; EXCEPTION WHEN undefined_column THEN NULL; END;
    BEGIN ALTER TABLE a DROP COLUMN x; EXCEPTION WHEN undefined_column THEN NULL; END;
END $$;
--> in DO_BODY: CREATE TABLE b (id int), on a condition
--> again 42P07 table b at b
--> + public.b.id: column int4
--> + public.b: table [id]
--> in DO_BODY: DROP TABLE a, on a condition
--> meets table a present
--> - public.a.id: column int4
--> - public.a: table [id]
--> + public.a: no relation, in doubt
--> in DO_BODY: CREATE TABLE c (id int), on a condition
--> again 42P07 table c at c
--> + public.c.id: column int4, in doubt
--> + public.c: table [id], in doubt
--> in DO_BODY: CREATE TABLE d (id int), on a condition
--> again 42P07 table d at d
--> + public.d.id: column int4, in doubt
--> + public.d: table [id], in doubt
--> in DO_BODY: CREATE TABLE e (id int), on a condition
--> again 42P07 table e at e
--> + public.e.id: column int4, in doubt
--> + public.e: table [id], in doubt
--> in DO_BODY: CREATE TABLE f (id int), on a condition
--> again 42P07 table f at f
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
--> in DO_BODY: CREATE TABLE g (id int), on a condition
--> again 42P07 table g at g
--> + public.g.id: column int4, in doubt
--> + public.g: table [id], in doubt
--> in DO_BODY: CREATE TABLE f2 (id int), on a condition
--> again 42P07 table f2 at f2
--> + public.f2.id: column int4, in doubt
--> + public.f2: table [id], in doubt
--> in DO_BODY: CREATE TABLE h (id int), on a condition
--> again 42P07 table h at h
--> + public.h.id: column int4, in doubt
--> + public.h: table [id], in doubt
--> in DO_BODY: CREATE TABLE i (id int)
--> + public.i.id: column int4
--> + public.i: table [id]
--> in DO_BODY: CREATE TABLE j (id int), handled [duplicate_table, 42710]
--> again 42P07 table j at j
--> + public.j.id: column int4
--> + public.j: table [id]
--> in DO_BODY: DROP TABLE j, on a condition
--> meets table j present
--> in DO_BODY: CREATE TABLE k (id int), handled [others]
--> again 42P07 table k at k
--> + public.k.id: column int4, in doubt
--> + public.k: table [id], in doubt
--> in DO_BODY: CREATE TABLE l (id int), handled [duplicate_table]
--> again 42P07 table l at l
--> + public.l.id: column int4, in doubt
--> + public.l: table [id], in doubt
--> in DO_BODY: CREATE TABLE m (id int), handled [duplicate_table]
--> again 42P07 table m at m
--> + public.m.id: column int4, in doubt
--> + public.m: table [id], in doubt
--> in DO_BODY: ALTER TABLE a DROP COLUMN id, ADD COLUMN x int, handled [undefined_column]
--> in DO_BODY: ALTER TABLE a DROP COLUMN x, handled [undefined_column]
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'n') THEN RETURN; END IF;
    CREATE TABLE n (id int);
    DROP TABLE i;
    CREATE OR REPLACE VIEW v AS SELECT 1 AS a;
END $$;
--> in DO_BODY: CREATE TABLE n (id int), on a condition
--> + public.n.id: column int4
--> + public.n: table [id]
--> in DO_BODY: DROP TABLE i, on a condition
--> meets table i present
--> - public.i.id: column int4
--> - public.i: table [id]
--> + public.i: no relation, in doubt
--> in DO_BODY: CREATE OR REPLACE VIEW v AS SELECT 1 AS a, on a condition
--> + public.v: view [] gives [a null] of [], in doubt
CREATE VIEW w AS SELECT 1 AS a;
--> again 42P07 view w at w
--> + public.w: view [] gives [a null] of []
DO $$
BEGIN
    IF EXISTS (SELECT 1) THEN RETURN; ELSIF true THEN NULL; END IF;
    CREATE TABLE o (id int);
    ALTER TABLE n RENAME TO p;
    CREATE OR REPLACE VIEW w AS SELECT 1 AS a;
    EXECUTE 'CREATE TABLE q (id int)';
END $$;
--> in DO_BODY: CREATE TABLE o (id int), on a condition
--> again 42P07 table o at o
--> + public.o.id: column int4, in doubt
--> + public.o: table [id], in doubt
--> in DO_BODY: ALTER TABLE n RENAME TO p, on a condition
--> meets table n present
--> - public.n.id: column int4
--> - public.n: table [id]
--> + public.n: no relation, in doubt
--> + public.p.id: column int4, in doubt
--> + public.p: table [id], in doubt
--> in DO_BODY: CREATE OR REPLACE VIEW w AS SELECT 1 AS a, on a condition
--> - public.w: view [] gives [a null] of []
--> + public.w: view [] gives [a null] of [], in doubt
--> in DO_BODY: CREATE TABLE q (id int), on a condition
--> again 42P07 table q at q
--> + public.q.id: column int4, in doubt
--> + public.q: table [id], in doubt
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'w2') THEN CREATE TABLE IF NOT EXISTS w2 (id int); ALTER TABLE a RENAME TO aa; END IF; END $$;
--> in DO_BODY: CREATE TABLE IF NOT EXISTS w2 (id int), on a condition
--> + public.w2.id: column int4
--> + public.w2: table [id]
--> in DO_BODY: ALTER TABLE a RENAME TO aa, on a condition
--> meets table a absent
DO $$ BEGIN EXECUTE 'CREATE TABLE r (id int)'; EXECUTE 'GRANT SELECT ON ' || x || ' TO y'; EXECUTE format('INSERT INTO %I VALUES (1)', t); END $$;
--> in DO_BODY: CREATE TABLE r (id int)
--> again 42P07 table r at r
--> + public.r.id: column int4
--> + public.r: table [id]
DO LANGUAGE plother 'whatever';
DO LANGUAGE plpgsql 'BEGIN CREATE TABLE quoted (id int); END';
--> in DO_BODY: CREATE TABLE quoted (id int)
--> again 42P07 table quoted at quoted
--> + public.quoted.id: column int4
--> + public.quoted: table [id]
CREATE FUNCTION makes() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    CREATE TABLE s (id int);
    CREATE FUNCTION inner_one() RETURNS int LANGUAGE sql AS 'SELECT 1';
END $$;
--> again 42723 function makes() at makes
--> + public.makes(): FUNCTION [LANGUAGE plpgsql]
--> in FUNCTION_BODY: CREATE TABLE s (id int)
--> in FUNCTION_BODY: CREATE FUNCTION inner_one() RETURNS int LANGUAGE sql AS 'SELECT 1'
--> in FUNCTION_BODY: SELECT 1
CREATE FUNCTION reads() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT 2';
--> again 42723 function reads() at reads
--> + public.reads(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT 1
--> in FUNCTION_BODY: SELECT 2
CREATE FUNCTION atomic() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
--> again 42723 function atomic() at atomic
--> + public.atomic(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT 1
--> in FUNCTION_BODY: SELECT 2
CREATE FUNCTION other() RETURNS int LANGUAGE plother AS 'whatever';
--> again 42723 function other() at other
--> + public.other(): FUNCTION [LANGUAGE plother]
DO $$ BEGIN CREATE FUNCTION made() RETURNS int LANGUAGE sql AS $f$ SELECT 1 $f$; END $$;
--> in DO_BODY: CREATE FUNCTION made() RETURNS int LANGUAGE sql AS $f$ SELECT 1 $f$
--> again 42723 function made() at made
--> + public.made(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT 1
DO $$ BEGIN EXECUTE 'CREATE TABEL x'; END $$;
--> - public.atomic(): FUNCTION [LANGUAGE sql]
--> - public.b.id: column int4
--> - public.b: table [id]
--> - public.j.id: column int4
--> - public.j: table [id]
--> - public.made(): FUNCTION [LANGUAGE sql]
--> - public.makes(): FUNCTION [LANGUAGE plpgsql]
--> - public.other(): FUNCTION [LANGUAGE plother]
--> - public.quoted.id: column int4
--> - public.quoted: table [id]
--> - public.r.id: column int4
--> - public.r: table [id]
--> - public.reads(): FUNCTION [LANGUAGE sql]
--> - public.w2.id: column int4
--> - public.w2: table [id]
--> + public.atomic(): FUNCTION [LANGUAGE sql], in doubt
--> + public.b.id: column int4, in doubt
--> + public.b: table [id], in doubt
--> + public.j.id: column int4, in doubt
--> + public.j: table [id], in doubt
--> + public.made(): FUNCTION [LANGUAGE sql], in doubt
--> + public.makes(): FUNCTION [LANGUAGE plpgsql], in doubt
--> + public.other(): FUNCTION [LANGUAGE plother], in doubt
--> + public.quoted.id: column int4, in doubt
--> + public.quoted: table [id], in doubt
--> + public.r.id: column int4, in doubt
--> + public.r: table [id], in doubt
--> + public.reads(): FUNCTION [LANGUAGE sql], in doubt
--> + public.w2.id: column int4, in doubt
--> + public.w2: table [id], in doubt
--> error: syntax error at or near "TABEL"
--> quoted: 'CREATE TABLE q (id int)'
--> quoted: 'CREATE TABLE r (id int)'
--> quoted: 'BEGIN CREATE TABLE quoted (id int); END'
--> quoted: 'SELECT 1'
--> quoted: 'SELECT 1; SELECT 2'
--> quoted: 'CREATE TABEL x'
--> meets in a second run:
--> - public.atomic(): FUNCTION [LANGUAGE sql]
--> - public.b.id: column int4
--> - public.b: table [id]
--> - public.j.id: column int4
--> - public.j: table [id]
--> - public.made(): FUNCTION [LANGUAGE sql]
--> - public.makes(): FUNCTION [LANGUAGE plpgsql]
--> - public.other(): FUNCTION [LANGUAGE plother]
--> - public.quoted.id: column int4
--> - public.quoted: table [id]
--> - public.r.id: column int4
--> - public.r: table [id]
--> - public.reads(): FUNCTION [LANGUAGE sql]
--> - public.w2.id: column int4
--> - public.w2: table [id]
--> + public.atomic(): FUNCTION [LANGUAGE sql], in doubt
--> + public.b.id: column int4, in doubt
--> + public.b: table [id], in doubt
--> + public.j.id: column int4, in doubt
--> + public.j: table [id], in doubt
--> + public.made(): FUNCTION [LANGUAGE sql], in doubt
--> + public.makes(): FUNCTION [LANGUAGE plpgsql], in doubt
--> + public.other(): FUNCTION [LANGUAGE plother], in doubt
--> + public.quoted.id: column int4, in doubt
--> + public.quoted: table [id], in doubt
--> + public.r.id: column int4, in doubt
--> + public.r: table [id], in doubt
--> + public.reads(): FUNCTION [LANGUAGE sql], in doubt
--> + public.w2.id: column int4, in doubt
--> + public.w2: table [id], in doubt
