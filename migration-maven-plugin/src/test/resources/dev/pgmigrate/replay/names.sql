-- Where names are looked up.
CREATE SCHEMA app;
--> again 42P06 schema app at app
--> + app: SCHEMA
CREATE SCHEMA IF NOT EXISTS app;
CREATE SCHEMA AUTHORIZATION boss;
--> + boss: SCHEMA
CREATE SCHEMA shop CREATE TABLE goods (id int PRIMARY KEY) CREATE VIEW cheap AS SELECT id FROM goods;
--> + shop.cheap: view [] gives [id int4] of [shop.goods]
--> + shop.goods.goods_pkey: PRIMARY_KEY [id]
--> + shop.goods.id: column int4, not null
--> + shop.goods: table [id]
--> + shop.goods_pkey: index on shop.goods [id], unique btree, of goods_pkey
--> + shop: SCHEMA
CREATE TABLE app.notes (id serial);
--> + app.notes.id: column int4, not null, identity, serial
--> + app.notes: table [id]
--> + app.notes_id_seq: sequence, of app.notes.id
CREATE TABLE notes (id int);
--> again 42P07 table notes at notes
--> + public.notes.id: column int4
--> + public.notes: table [id]
SET search_path = app, public;
SELECT 1;
--> runs with [search_path = app, public]
CREATE TABLE letters (id int);
--> again 42P07 table letters at letters
--> + app.letters.id: column int4
--> + app.letters: table [id]
ALTER TABLE notes ADD COLUMN inner_one int;
--> - app.notes: table [id]
--> + app.notes.inner_one: column int4
--> + app.notes: table [id, inner_one]
SET search_path TO "$user", public, pg_catalog;
ALTER TABLE notes ADD COLUMN outer_one int;
--> runs with [search_path = $user, public, pg_catalog]
--> again 42701 column notes.outer_one at outer_one
--> - public.notes: table [id]
--> + public.notes.outer_one: column int4
--> + public.notes: table [id, outer_one]
CREATE TYPE app.mood AS ENUM ('good');
--> + app.mood: ENUM [good]
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql RETURN 1;
--> + app.f(int4): FUNCTION [LANGUAGE sql]
SELECT set_config('search_path', 'app,public', false);
ALTER TYPE mood ADD VALUE 'bad';
--> runs with [search_path = app,public]
--> - app.mood: ENUM [good]
--> + app.mood: ENUM [good, bad]
ALTER FUNCTION f(int) IMMUTABLE;
--> - app.f(int4): FUNCTION [LANGUAGE sql]
--> + app.f(int4): FUNCTION [LANGUAGE sql, IMMUTABLE]
DROP FUNCTION f;
--> meets function f present
--> - app.f(int4): FUNCTION [LANGUAGE sql, IMMUTABLE]
--> + app.f(int4): no routine
RESET search_path;
CREATE TEMPORARY TABLE notes (id int);
--> runs with []
--> + pg_temp.notes.id: column int4
--> + pg_temp.notes: table [id], temporary
ALTER TABLE notes ADD COLUMN hidden int;
--> - pg_temp.notes: table [id], temporary
--> + pg_temp.notes.hidden: column int4
--> + pg_temp.notes: table [id, hidden], temporary
CREATE VIEW over_hidden AS SELECT hidden FROM notes;
--> + pg_temp.over_hidden: view [] gives [hidden int4] of [pg_temp.notes]
CREATE INDEX by_id ON notes (id);
--> + pg_temp.by_id: index on pg_temp.notes [id] btree
DROP TABLE notes;
--> meets table notes present
--> - pg_temp.by_id: index on pg_temp.notes [id] btree
--> - pg_temp.notes.hidden: column int4
--> - pg_temp.notes.id: column int4
--> - pg_temp.notes: table [id, hidden], temporary
--> + pg_temp.by_id: no relation
--> + pg_temp.notes: no relation
ALTER TABLE notes ADD COLUMN shown int;
--> again 42701 column notes.shown at shown
--> - public.notes: table [id, outer_one]
--> + public.notes.shown: column int4
--> + public.notes: table [id, outer_one, shown]
CREATE TEMPORARY SEQUENCE counting;
--> + pg_temp.counting: sequence
CREATE TEMP VIEW one AS SELECT 1 AS one;
--> + pg_temp.one: view [] gives [one null] of []
ALTER TABLE app.notes SET SCHEMA shop;
--> meets table app.notes present
--> - app.notes.id: column int4, not null, identity, serial
--> - app.notes.inner_one: column int4
--> - app.notes: table [id, inner_one]
--> - app.notes_id_seq: sequence, of app.notes.id
--> + app.notes: no relation
--> + app.notes_id_seq: no relation
--> + shop.notes.id: column int4, not null, identity, serial
--> + shop.notes.inner_one: column int4
--> + shop.notes: table [id, inner_one]
--> + shop.notes_id_seq: sequence, of shop.notes.id
ALTER TABLE IF EXISTS missing SET SCHEMA shop;
--> meets table missing unknown
--> + public.missing: no relation, in doubt
--> + shop.missing: something [], and more, in doubt
ALTER TYPE app.mood SET SCHEMA shop;
--> meets type app.mood present
--> - app.mood: ENUM [good, bad]
--> + app.mood: no type
--> + shop.mood: ENUM [good, bad]
ALTER VIEW shop.cheap SET SCHEMA public;
--> meets view shop.cheap present
--> - shop.cheap: view [] gives [id int4] of [shop.goods]
--> + public.cheap: view [] gives [id int4] of [shop.goods]
--> + shop.cheap: no relation
ALTER SCHEMA shop RENAME TO store;
--> meets schema shop present
--> - public.cheap: view [] gives [id int4] of [shop.goods]
--> - shop.goods.goods_pkey: PRIMARY_KEY [id]
--> - shop.goods.id: column int4, not null
--> - shop.goods: table [id]
--> - shop.goods_pkey: index on shop.goods [id], unique btree, of goods_pkey
--> - shop.missing: something [], and more, in doubt
--> - shop.mood: ENUM [good, bad]
--> - shop.notes.id: column int4, not null, identity, serial
--> - shop.notes.inner_one: column int4
--> - shop.notes: table [id, inner_one]
--> - shop.notes_id_seq: sequence, of shop.notes.id
--> - shop: SCHEMA
--> + public.cheap: view [] gives [id int4] of [store.goods]
--> + shop.goods: no relation
--> + shop.goods_pkey: no relation
--> + shop.missing: no relation, in doubt
--> + shop.mood: no type
--> + shop.notes: no relation
--> + shop.notes_id_seq: no relation
--> + shop: no schema
--> + store.goods.goods_pkey: PRIMARY_KEY [id]
--> + store.goods.id: column int4, not null
--> + store.goods: table [id]
--> + store.goods_pkey: index on store.goods [id], unique btree, of goods_pkey
--> + store.missing: something [], and more, in doubt
--> + store.mood: ENUM [good, bad]
--> + store.notes.id: column int4, not null, identity, serial
--> + store.notes.inner_one: column int4
--> + store.notes: table [id, inner_one]
--> + store.notes_id_seq: sequence, of store.notes.id
--> + store: SCHEMA
ALTER SCHEMA unseen RENAME TO seen;
--> meets schema unseen unknown
--> + seen: SCHEMA
--> + unseen: no schema
CREATE EXTENSION pg_trgm;
--> + pg_trgm: EXTENSION [public]
CREATE EXTENSION IF NOT EXISTS hstore SCHEMA store;
--> + hstore: EXTENSION [store]
ALTER EXTENSION pg_trgm SET SCHEMA store;
--> meets extension pg_trgm present
--> - pg_trgm: EXTENSION [public]
--> + pg_trgm: EXTENSION [store]
ALTER EXTENSION unseen SET SCHEMA store;
--> meets extension unseen unknown
DROP SCHEMA store CASCADE;
--> meets schema store present
--> - app.f(int4): no routine
--> - app.letters.id: column int4
--> - app.letters: table [id]
--> - app.mood: no type
--> - app.notes: no relation
--> - app.notes_id_seq: no relation
--> - app: SCHEMA
--> - boss: SCHEMA
--> - hstore: EXTENSION [store]
--> - pg_temp.by_id: no relation
--> - pg_temp.counting: sequence
--> - pg_temp.notes: no relation
--> - pg_temp.one: view [] gives [one null] of []
--> - pg_temp.over_hidden: view [] gives [hidden int4] of [pg_temp.notes]
--> - pg_trgm: EXTENSION [store]
--> - public.cheap: view [] gives [id int4] of [store.goods]
--> - public.notes.id: column int4
--> - public.notes.outer_one: column int4
--> - public.notes.shown: column int4
--> - public.notes: table [id, outer_one, shown]
--> - seen: SCHEMA
--> - shop.cheap: no relation
--> - shop.goods: no relation
--> - shop.goods_pkey: no relation
--> - shop.mood: no type
--> - shop.notes: no relation
--> - shop.notes_id_seq: no relation
--> - shop: no schema
--> - store.goods.goods_pkey: PRIMARY_KEY [id]
--> - store.goods.id: column int4, not null
--> - store.goods: table [id]
--> - store.goods_pkey: index on store.goods [id], unique btree, of goods_pkey
--> - store.missing: something [], and more, in doubt
--> - store.mood: ENUM [good, bad]
--> - store.notes.id: column int4, not null, identity, serial
--> - store.notes.inner_one: column int4
--> - store.notes: table [id, inner_one]
--> - store.notes_id_seq: sequence, of store.notes.id
--> - store: SCHEMA
--> - unseen: no schema
--> + app.f(int4): no routine, in doubt
--> + app.letters.id: column int4, in doubt
--> + app.letters: table [id], in doubt
--> + app.mood: no type, in doubt
--> + app.notes: no relation, in doubt
--> + app.notes_id_seq: no relation, in doubt
--> + app: SCHEMA, in doubt
--> + boss: SCHEMA, in doubt
--> + hstore: no extension
--> + pg_temp.by_id: no relation, in doubt
--> + pg_temp.counting: sequence, in doubt
--> + pg_temp.notes: no relation, in doubt
--> + pg_temp.one: view [] gives [one null] of [], in doubt
--> + pg_temp.over_hidden: view [] gives [hidden int4] of [pg_temp.notes], in doubt
--> + pg_trgm: no extension
--> + public.cheap: no relation
--> + public.notes.id: column int4, in doubt
--> + public.notes.outer_one: column int4, in doubt
--> + public.notes.shown: column int4, in doubt
--> + public.notes: table [id, outer_one, shown], in doubt
--> + seen: SCHEMA, in doubt
--> + shop.cheap: no relation, in doubt
--> + shop.goods: no relation, in doubt
--> + shop.goods_pkey: no relation, in doubt
--> + shop.mood: no type, in doubt
--> + shop.notes: no relation, in doubt
--> + shop.notes_id_seq: no relation, in doubt
--> + shop: no schema, in doubt
--> + store.goods: no relation
--> + store.goods_pkey: no relation
--> + store.missing: no relation
--> + store.mood: no type
--> + store.notes: no relation
--> + store.notes_id_seq: no relation
--> + store: no schema
--> + unseen: no schema, in doubt
DROP SCHEMA IF EXISTS nothing;
--> meets schema nothing unknown
--> + nothing: no schema
COMMENT ON SCHEMA app IS 'x';
--> meets schema app present
COMMENT ON EXTENSION hstore IS 'x';
--> meets extension hstore absent
DISCARD ALL;
--> - pg_temp.by_id: no relation, in doubt
--> - pg_temp.counting: sequence, in doubt
--> - pg_temp.notes: no relation, in doubt
--> - pg_temp.one: view [] gives [one null] of [], in doubt
--> - pg_temp.over_hidden: view [] gives [hidden int4] of [pg_temp.notes], in doubt
--> + pg_temp.by_id: no relation
--> + pg_temp.counting: no relation
--> + pg_temp.notes: no relation
--> + pg_temp.one: no relation
--> + pg_temp.over_hidden: no relation
--> meets in a second run:
--> - store.missing: no relation
--> + store.missing: no relation, in doubt
