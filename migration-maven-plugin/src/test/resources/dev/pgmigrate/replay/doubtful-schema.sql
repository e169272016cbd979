-- What is in doubt stays so when its schema gets another name.
CREATE SCHEMA app;
--> + app: SCHEMA
CREATE TABLE app.sure (id int);
--> + app.sure.id: column int4
--> + app.sure: table [id]
CREATE TYPE app.sure AS ENUM ('a');
--> + app.sure: ENUM [a]
CREATE FUNCTION app.sure() RETURNS int LANGUAGE sql RETURN 1;
--> + app.sure(): FUNCTION [LANGUAGE sql]
DO $$
BEGIN
    IF true THEN
        CREATE TABLE app.a (id serial);
        CREATE INDEX i ON app.sure (id);
        CREATE TYPE app.t AS ENUM ('a');
        CREATE FUNCTION app.f() RETURNS int LANGUAGE sql RETURN 1;
        DROP TABLE app.gone;
    END IF;
END $$;
--> in DO_BODY: CREATE TABLE app.a (id serial), on a condition
--> + app.a.id: column int4, not null, identity, serial, in doubt
--> + app.a: table [id], in doubt
--> + app.a_id_seq: sequence, of app.a.id, in doubt
--> in DO_BODY: CREATE INDEX i ON app.sure (id), on a condition
--> + app.i: index on app.sure [id] btree, in doubt
--> in DO_BODY: CREATE TYPE app.t AS ENUM ('a'), on a condition
--> + app.t: ENUM [a], in doubt
--> in DO_BODY: CREATE FUNCTION app.f() RETURNS int LANGUAGE sql RETURN 1, on a condition
--> + app.f(): FUNCTION [LANGUAGE sql], in doubt
--> in DO_BODY: DROP TABLE app.gone, on a condition
--> meets table app.gone unknown
ALTER SCHEMA app RENAME TO shop;
--> meets schema app present
--> - app.a.id: column int4, not null, identity, serial, in doubt
--> - app.a: table [id], in doubt
--> - app.a_id_seq: sequence, of app.a.id, in doubt
--> - app.f(): FUNCTION [LANGUAGE sql], in doubt
--> - app.i: index on app.sure [id] btree, in doubt
--> - app.sure(): FUNCTION [LANGUAGE sql]
--> - app.sure.id: column int4
--> - app.sure: ENUM [a]
--> - app.sure: table [id]
--> - app.t: ENUM [a], in doubt
--> - app: SCHEMA
--> + app.a: no relation, in doubt
--> + app.a_id_seq: no relation, in doubt
--> + app.f(): no routine, in doubt
--> + app.i: no relation, in doubt
--> + app.sure(): no routine
--> + app.sure: no relation
--> + app.sure: no type
--> + app.t: no type, in doubt
--> + app: no schema
--> + shop.a.id: column int4, not null, identity, serial, in doubt
--> + shop.a: table [id], in doubt
--> + shop.a_id_seq: sequence, of shop.a.id, in doubt
--> + shop.f(): FUNCTION [LANGUAGE sql], in doubt
--> + shop.i: index on shop.sure [id] btree, in doubt
--> + shop.sure(): FUNCTION [LANGUAGE sql]
--> + shop.sure.id: column int4
--> + shop.sure: ENUM [a]
--> + shop.sure: table [id]
--> + shop.t: ENUM [a], in doubt
--> + shop: SCHEMA
DROP TABLE shop.a;
--> meets table shop.a present
--> - shop.a.id: column int4, not null, identity, serial, in doubt
--> - shop.a: table [id], in doubt
--> - shop.a_id_seq: sequence, of shop.a.id, in doubt
--> + shop.a: no relation
--> + shop.a_id_seq: no relation
--> meets in a second run:
--> - app.sure: no relation
--> - shop.i: index on shop.sure [id] btree, in doubt
--> + app.sure.id: column int4
--> + app.sure: table [id]
--> + shop.i: index on app.sure [id] btree, in doubt
