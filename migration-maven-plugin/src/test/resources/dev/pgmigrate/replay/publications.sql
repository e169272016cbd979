-- Publications, and other objects that are known by their name.
CREATE TABLE notes (id int);
--> again 42P07 table notes at notes
--> + public.notes.id: column int4
--> + public.notes: table [id]
CREATE TABLE tags (id int);
--> again 42P07 table tags at tags
--> + public.tags.id: column int4
--> + public.tags: table [id]
CREATE PUBLICATION everything FOR ALL TABLES;
--> - public.notes: table [id]
--> - public.tags: table [id]
--> + everything: PUBLICATION [all tables]
--> + public.notes: table [id] published by everything
--> + public.tags: table [id] published by everything
DROP PUBLICATION everything;
--> meets publication everything present
--> - everything: PUBLICATION [all tables]
--> - public.notes: table [id] published by everything
--> - public.tags: table [id] published by everything
--> + everything: no publication
--> + public.notes: table [id]
--> + public.tags: table [id]
CREATE PUBLICATION several FOR TABLE notes, app.lines;
--> - public.notes: table [id]
--> + public.notes: table [id] published by several
--> + several: PUBLICATION [app.lines, public.notes]
ALTER PUBLICATION several ADD TABLE tags;
--> - public.tags: table [id]
--> - several: PUBLICATION [app.lines, public.notes]
--> + public.tags: table [id] published by several
--> + several: PUBLICATION [app.lines, public.notes, public.tags]
ALTER PUBLICATION several DROP TABLE notes;
--> - public.notes: table [id] published by several
--> - several: PUBLICATION [app.lines, public.notes, public.tags]
--> + public.notes: table [id]
--> + several: PUBLICATION [app.lines, public.tags]
ALTER PUBLICATION several SET (publish = 'insert');
ALTER PUBLICATION several SET TABLE notes;
--> - public.notes: table [id]
--> - public.tags: table [id] published by several
--> - several: PUBLICATION [app.lines, public.tags]
--> + public.notes: table [id] published by several
--> + public.tags: table [id]
--> + several: PUBLICATION [public.notes]
ALTER PUBLICATION several SET TABLES IN SCHEMA public;
--> - public.tags: table [id]
--> - several: PUBLICATION [public.notes]
--> + public.tags: table [id] published by several
--> + several: PUBLICATION [schema public]
ALTER PUBLICATION unseen ADD TABLE notes;
--> + unseen: PUBLICATION [public.notes]
ALTER PUBLICATION several RENAME TO more;
--> meets publication several present
--> - public.notes: table [id] published by several
--> - public.tags: table [id] published by several
--> - several: PUBLICATION [schema public]
--> + more: PUBLICATION [schema public]
--> + public.notes: table [id] published by unseen
--> + public.tags: table [id] published by more
--> + several: no publication
DROP PUBLICATION unseen, more;
--> meets publication unseen present
--> meets publication more present
--> - more: PUBLICATION [schema public]
--> - public.notes: table [id] published by unseen
--> - public.tags: table [id] published by more
--> - unseen: PUBLICATION [public.notes]
--> + more: no publication
--> + public.notes: table [id]
--> + public.tags: table [id]
--> + unseen: no publication
CREATE ROLE reader;
--> + reader: ROLE [ordinary]
CREATE USER writer;
--> again 42710 role writer at writer
--> + writer: ROLE [ordinary]
DROP ROLE reader;
--> meets role reader present
--> - reader: ROLE [ordinary]
--> + reader: no role
CREATE CAST (int4 AS text) WITH INOUT;
--> + int4(int4,text): CAST []
CREATE CAST (int4 AS text) WITH INOUT;
--> again 42710 cast (int4 AS text) at int4
DROP CAST (int4 AS text);
--> meets cast int4 present
--> - int4(int4,text): CAST []
--> + int4(int4,text): no cast
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
--> + public.===(int4,int4): OPERATOR []
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq);
--> again 42723 operator === at ===
--> + public.===(text,text): OPERATOR []
DROP OPERATOR === (int, int);
--> meets operator === present
--> - public.===(int4,int4): OPERATOR []
--> + public.===(int4,int4): no operator
COMMENT ON OPERATOR === (text, text) IS 'x';
--> meets operator === present
CREATE OPERATOR CLASS whole FOR TYPE int4 USING btree AS OPERATOR 1 <;
--> again 42710 operator class whole at whole
--> + public.whole btree: OPERATOR_CLASS []
CREATE OPERATOR FAMILY wholes USING btree;
--> + public.wholes btree: OPERATOR_FAMILY []
DROP OPERATOR FAMILY wholes USING btree;
--> meets operator family wholes present
--> - public.wholes btree: OPERATOR_FAMILY []
--> + public.wholes btree: no operator family
CREATE COLLATION german (provider = icu, locale = 'de');
--> again 42710 collation german at german
--> + public.german: COLLATION []
CREATE COLLATION IF NOT EXISTS german (provider = icu, locale = 'de');
CREATE TEXT SEARCH CONFIGURATION mine (PARSER = "default");
--> again 23505 text search configuration mine at mine
--> + public.mine: TEXT_SEARCH_CONFIGURATION []
CREATE TEXT SEARCH CONFIGURATION mine (PARSER = "default");
--> again 23505 text search configuration mine at mine
CREATE CONVERSION conv FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
--> again 42710 conversion conv at conv
--> + public.conv: CONVERSION []
CREATE LANGUAGE plother HANDLER h;
--> again 42710 language plother at plother
--> + plother: LANGUAGE []
CREATE TRANSFORM FOR int LANGUAGE plother (FROM SQL WITH FUNCTION f(internal));
--> again 42710 transform int4 at int
--> + pg_catalog.int4 plother: TRANSFORM []
CREATE FOREIGN DATA WRAPPER w;
--> again 42710 foreign data wrapper w at w
--> + w: FOREIGN_DATA_WRAPPER []
CREATE SERVER far FOREIGN DATA WRAPPER w;
--> again 42710 server far at far
--> + far: FOREIGN_SERVER []
CREATE SERVER IF NOT EXISTS far FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR reader SERVER far;
--> + reader far: USER_MAPPING []
CREATE USER MAPPING FOR reader SERVER far;
--> again 42710 user mapping reader far at FOR reader SERVER far
DROP USER MAPPING FOR reader SERVER far;
--> meets user mapping reader present
--> - reader far: USER_MAPPING []
--> + reader far: no user mapping
CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p;
--> again 42710 subscription s at s
--> + s: SUBSCRIPTION []
CREATE TABLESPACE fast LOCATION '/x';
--> again 42710 tablespace fast at fast
--> + fast: TABLESPACE []
CREATE DATABASE db;
--> again 42P04 database db at db
--> + db: DATABASE []
CREATE ACCESS METHOD am TYPE INDEX HANDLER h;
--> again 42710 access method am at am
--> + am: ACCESS_METHOD []
CREATE SEQUENCE numbers OWNED BY notes.id;
--> + public.numbers: sequence, of public.notes.id
CREATE SEQUENCE app.more;
--> + app.more: sequence
CREATE SEQUENCE IF NOT EXISTS numbers;
ALTER SEQUENCE app.more OWNED BY public.tags.id;
--> - app.more: sequence
--> + app.more: sequence, of public.tags.id
ALTER SEQUENCE numbers OWNED BY NONE;
--> - public.numbers: sequence, of public.notes.id
--> + public.numbers: sequence
ALTER SEQUENCE numbers RESTART;
ALTER SEQUENCE unseen OWNED BY tags.id;
--> + public.unseen: sequence, of public.tags.id
ALTER TABLE tags DROP COLUMN id;
--> - app.more: sequence, of public.tags.id
--> - public.tags.id: column int4
--> - public.tags: table [id]
--> - public.unseen: sequence, of public.tags.id
--> + app.more: no relation
--> + public.tags: table []
--> + public.unseen: no relation
DROP SEQUENCE numbers;
--> meets sequence numbers present
--> - public.numbers: sequence
--> + public.numbers: no relation
ALTER SEQUENCE numbers OWNED BY tags.id;
