-- Who may read a relation and run a routine.
CREATE TABLE notes (id int);
--> + public.notes.id: column int4
--> + public.notes: table [id]
CREATE VIEW v AS SELECT 1 AS a;
--> again 42P07 view v at v
--> + public.v: view [] gives [a null] of []
CREATE SEQUENCE s;
--> again 42P07 sequence s at s
--> + public.s: sequence
CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;
--> again 42723 function f() at f
--> + public.f(): FUNCTION [LANGUAGE sql]
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql RETURN 1;
--> again 42723 function f(int4) at f
--> + public.f(int4): FUNCTION [LANGUAGE sql]
GRANT SELECT, INSERT ON notes TO reader, PUBLIC;
--> + public.notes: privilege [public yes, reader yes]
GRANT SELECT (id) ON v TO reader;
GRANT UPDATE ON v TO reader;
GRANT ALL ON v TO writer WITH GRANT OPTION;
--> + public.v: privilege [writer yes]
REVOKE GRANT OPTION FOR ALL ON v FROM writer;
REVOKE SELECT ON notes FROM reader;
--> - public.notes: privilege [public yes, reader yes]
--> + public.notes: privilege [public yes, reader no]
REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
--> + public.f(): privilege [public no]
GRANT ALL ON FUNCTION f TO writer;
--> - public.f(): privilege [public no]
--> + public.f(): privilege [public no, writer yes]
--> + public.f(int4): privilege [writer yes]
GRANT EXECUTE ON PROCEDURE nothing TO writer;
GRANT USAGE ON SEQUENCE s TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO other;
--> - public.notes: privilege [public yes, reader no]
--> - public.v: privilege [writer yes]
--> + public.notes: privilege [other yes, public yes, reader no]
--> + public.v: privilege [other yes, writer yes]
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO other;
--> - public.f(): privilege [public no, writer yes]
--> - public.f(int4): privilege [writer yes]
--> + public.f(): privilege [other yes, public no, writer yes]
--> + public.f(int4): privilege [other yes, writer yes]
GRANT reader TO writer;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO later;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO app_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC, reader;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE somebody GRANT SELECT ON TABLES TO nobody;
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO host_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE CURRENT_USER GRANT SELECT ON TABLES TO own_reader;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO later;
CREATE VIEW w AS SELECT 1 AS a;
--> + public.w: privilege [host_reader yes, later yes, own_reader yes]
--> + public.w: view [] gives [a null] of []
CREATE OR REPLACE VIEW w AS SELECT 2 AS a;
CREATE VIEW app.w AS SELECT 1 AS a;
--> + app.w: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> + app.w: view [] gives [a null] of []
CREATE FUNCTION g() RETURNS int LANGUAGE sql RETURN 1;
--> + public.g(): FUNCTION [LANGUAGE sql]
--> + public.g(): privilege [public no]
CREATE OR REPLACE FUNCTION g() RETURNS int LANGUAGE sql RETURN 2;
CREATE FUNCTION app.g() RETURNS int LANGUAGE sql RETURN 1;
--> + app.g(): FUNCTION [LANGUAGE sql]
--> + app.g(): privilege [public no, reader no]
ALTER FUNCTION g() RENAME TO h;
--> meets function g present
--> - public.g(): FUNCTION [LANGUAGE sql]
--> - public.g(): privilege [public no]
--> + public.g(): no routine
--> + public.h(): FUNCTION [LANGUAGE sql]
--> + public.h(): privilege [public no]
ALTER VIEW w RENAME TO x;
--> meets view w present
--> - public.w: privilege [host_reader yes, later yes, own_reader yes]
--> - public.w: view [] gives [a null] of []
--> + public.w: no relation
--> + public.x: privilege [host_reader yes, later yes, own_reader yes]
--> + public.x: view [] gives [a null] of []
ALTER SCHEMA app RENAME TO shop;
--> meets schema app unknown
--> - app.g(): FUNCTION [LANGUAGE sql]
--> - app.g(): privilege [public no, reader no]
--> - app.w: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> - app.w: view [] gives [a null] of []
--> + app.g(): no routine
--> + app.w: no relation
--> + app: no schema
--> + shop.g(): FUNCTION [LANGUAGE sql]
--> + shop.g(): privilege [public no, reader no]
--> + shop.w: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> + shop.w: view [] gives [a null] of []
--> + shop: SCHEMA
CREATE VIEW shop.y AS SELECT 1 AS a;
--> again 42P07 view shop.y at shop.y
--> + shop.y: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> + shop.y: view [] gives [a null] of []
CREATE VIEW app.y AS SELECT 1 AS a;
--> + app.y: privilege [host_reader yes, later yes, own_reader yes]
--> + app.y: view [] gives [a null] of []
DROP SCHEMA shop CASCADE;
--> meets schema shop present
--> - shop.g(): FUNCTION [LANGUAGE sql]
--> - shop.g(): privilege [public no, reader no]
--> - shop.w: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> - shop.w: view [] gives [a null] of []
--> - shop.y: privilege [app_reader yes, host_reader yes, later yes, own_reader yes]
--> - shop.y: view [] gives [a null] of []
--> - shop: SCHEMA
--> + shop.g(): no routine
--> + shop.w: no relation
--> + shop.y: no relation
--> + shop: no schema
CREATE VIEW shop.z AS SELECT 1 AS a;
--> + shop.z: privilege [host_reader yes, later yes, own_reader yes]
--> + shop.z: view [] gives [a null] of []
DROP VIEW x;
--> meets view x present
--> - public.x: privilege [host_reader yes, later yes, own_reader yes]
--> - public.x: view [] gives [a null] of []
--> + public.x: no relation
CREATE MATERIALIZED VIEW x AS SELECT 1 AS a;
--> again 42P07 materialized view x at x
--> - public.x: no relation
--> + public.x: materialized view [] gives [a null] of []
--> + public.x: privilege [host_reader yes, later yes, own_reader yes]
DROP FUNCTION h();
--> meets function h present
--> - public.h(): FUNCTION [LANGUAGE sql]
--> - public.h(): privilege [public no]
--> + public.h(): no routine
CREATE PROCEDURE h() LANGUAGE sql BEGIN ATOMIC END;
--> - public.h(): no routine
--> + public.h(): PROCEDURE [LANGUAGE sql]
--> + public.h(): privilege [public no]
DROP TABLE notes;
--> meets table notes present
--> - public.notes.id: column int4
--> - public.notes: privilege [other yes, public yes, reader no]
--> - public.notes: table [id]
--> + public.notes: no relation
CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC END;
--> + public.p(): PROCEDURE [LANGUAGE sql]
--> + public.p(): privilege [public no]
CREATE FUNCTION q() RETURNS int LANGUAGE sql RETURN 1;
--> + public.q(): FUNCTION [LANGUAGE sql]
--> + public.q(): privilege [public no]
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM one;
--> - public.f(): privilege [other yes, public no, writer yes]
--> - public.f(int4): privilege [other yes, writer yes]
--> - public.q(): privilege [public no]
--> + public.f(): privilege [one no, other yes, public no, writer yes]
--> + public.f(int4): privilege [one no, other yes, writer yes]
--> + public.q(): privilege [one no, public no]
GRANT EXECUTE ON ALL PROCEDURES IN SCHEMA public TO two;
--> - public.h(): privilege [public no]
--> - public.p(): privilege [public no]
--> + public.h(): privilege [public no, two yes]
--> + public.p(): privilege [public no, two yes]
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA public TO three;
--> - public.f(): privilege [one no, other yes, public no, writer yes]
--> - public.f(int4): privilege [one no, other yes, writer yes]
--> - public.h(): privilege [public no, two yes]
--> - public.p(): privilege [public no, two yes]
--> - public.q(): privilege [one no, public no]
--> + public.f(): privilege [one no, other yes, public no, three yes, writer yes]
--> + public.f(int4): privilege [one no, other yes, three yes, writer yes]
--> + public.h(): privilege [public no, three yes, two yes]
--> + public.p(): privilege [public no, three yes, two yes]
--> + public.q(): privilege [one no, public no, three yes]
GRANT EXECUTE ON FUNCTION q() TO one;
--> - public.q(): privilege [one no, public no, three yes]
--> + public.q(): privilege [one yes, public no, three yes]
ALTER PROCEDURE p() RENAME TO r;
--> meets procedure p present
--> - public.p(): PROCEDURE [LANGUAGE sql]
--> - public.p(): privilege [public no, three yes, two yes]
--> + public.p(): no routine
--> + public.r(): PROCEDURE [LANGUAGE sql]
--> + public.r(): privilege [public no, three yes, two yes]
ALTER FUNCTION q() SET SCHEMA shop;
--> meets function q present
--> - public.q(): FUNCTION [LANGUAGE sql]
--> - public.q(): privilege [one yes, public no, three yes]
--> + public.q(): no routine
--> + shop.q(): FUNCTION [LANGUAGE sql]
--> + shop.q(): privilege [one yes, public no, three yes]
CREATE TABLE again (id int);
--> + public.again.id: column int4
--> + public.again: table [id]
GRANT SELECT ON again TO reader;
--> + public.again: privilege [reader yes]
DROP TABLE again;
--> meets table again present
--> - public.again.id: column int4
--> - public.again: privilege [reader yes]
--> - public.again: table [id]
--> + public.again: no relation
CREATE TABLE again (id int);
--> - public.again: no relation
--> + public.again.id: column int4
--> + public.again: table [id]
DROP FUNCTION f(int);
--> meets function f present
--> - public.f(int4): FUNCTION [LANGUAGE sql]
--> - public.f(int4): privilege [one no, other yes, three yes, writer yes]
--> + public.f(int4): no routine
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql RETURN 1;
--> - public.f(int4): no routine
--> + public.f(int4): FUNCTION [LANGUAGE sql]
--> + public.f(int4): privilege [public no]
GRANT SELECT ON again TO reader;
--> + public.again: privilege [reader yes]
GRANT SELECT ON ALL TABLES IN SCHEMA public TO other;
--> - public.again: privilege [reader yes]
--> - public.x: privilege [host_reader yes, later yes, own_reader yes]
--> + public.again: privilege [other yes, reader yes]
--> + public.x: privilege [host_reader yes, later yes, other yes, own_reader yes]
ALTER TABLE again RENAME TO renamed;
--> meets table again present
--> - public.again.id: column int4
--> - public.again: privilege [other yes, reader yes]
--> - public.again: table [id]
--> + public.again: no relation
--> + public.renamed.id: column int4
--> + public.renamed: privilege [other yes, reader yes]
--> + public.renamed: table [id]
REVOKE GRANT OPTION FOR SELECT ON renamed FROM reader;
GRANT REFERENCES ON renamed TO writer;
GRANT USAGE ON SCHEMA public TO reader;
--> meets in a second run:
--> - public.again: no relation
--> - public.w: no relation
--> + public.again.id: column int4
--> + public.again: privilege [other yes, reader yes]
--> + public.again: table [id]
--> + public.w: privilege [host_reader yes, later yes, other yes, own_reader yes]
--> + public.w: view [] gives [a null] of []
