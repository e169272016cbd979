-- case: a column that a later file renames is indexed by its first name
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS owners (id bigint PRIMARY KEY);
CREATE TABLE IF NOT EXISTS shops (
    id bigint PRIMARY KEY,
    owner_id bigint CONSTRAINT shops_owner_id_fkey REFERENCES owners (id)
);
-- file: 20250102000000_rename.sql
ALTER TABLE shops RENAME COLUMN owner_id TO holder_id;
-- file there: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS owners (id bigint PRIMARY KEY);
CREATE TABLE IF NOT EXISTS shops (
    id bigint PRIMARY KEY,
    owner_id bigint CONSTRAINT shops_owner_id_fkey REFERENCES owners (id)
);
CREATE INDEX IF NOT EXISTS shops_owner_id_idx ON shops (owner_id);
-- file there: 20250102000000_rename.sql
DO $$ BEGIN ALTER TABLE shops RENAME COLUMN owner_id TO holder_id; EXCEPTION WHEN undefined_column THEN NULL; END $$;
-- case: an index beside what has to stay in a transaction gets a file of its own
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, name text);
-- file: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
CREATE INDEX IF NOT EXISTS shops_name ON shops (name);
COMMENT ON TABLE shops IS 'kept';
-- file there: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
COMMENT ON TABLE shops IS 'kept';
-- file there: 20260102030405_create_index_shops_name.sql
-- Migration: create_index_shops_name
-- Version: 20260102030405

CREATE INDEX CONCURRENTLY IF NOT EXISTS shops_name ON shops (name);
-- case: the name of a file is plain, whatever that of the index is
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, name text);
-- file: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
CREATE INDEX IF NOT EXISTS "../Its ""Name" ON shops (name);
-- file there: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
-- file there: 20260102030405_create_index_its_name.sql
-- Migration: create_index_its_name
-- Version: 20260102030405

CREATE INDEX CONCURRENTLY IF NOT EXISTS "../Its ""Name" ON shops (name);
-- case: an index that a later file names stays
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, name text);
-- file: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
CREATE INDEX IF NOT EXISTS shops_name ON shops (name);
-- file: 20250103000000_comment.sql
COMMENT ON INDEX shops_name IS 'kept';
-- case: a unique index stays, since a later file may need it
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, name text);
-- file: 20250102000000_index.sql
DROP INDEX IF EXISTS nobody_knows;
CREATE UNIQUE INDEX IF NOT EXISTS shops_name ON shops (name);
-- case: three indexes, of which one is suppressed, and that one stays
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, name text, street text, town text);
-- file: 20250102000000_index.sql
CREATE INDEX IF NOT EXISTS shops_name ON shops (name);
CREATE INDEX IF NOT EXISTS shops_street ON shops (street); -- migrate:ignore require-concurrent-index-creation reason="small"
CREATE INDEX IF NOT EXISTS shops_town ON shops (town);
-- file there: 20250102000000_index.sql
CREATE INDEX IF NOT EXISTS shops_street ON shops (street); -- migrate:ignore require-concurrent-index-creation reason="small"
-- file there: 20260102030405_create_index_shops_name.sql
-- Migration: create_index_shops_name
-- Version: 20260102030405

CREATE INDEX CONCURRENTLY IF NOT EXISTS shops_name ON shops (name);
-- file there: 20260102030406_create_index_shops_town.sql
-- Migration: create_index_shops_town
-- Version: 20260102030406

CREATE INDEX CONCURRENTLY IF NOT EXISTS shops_town ON shops (town);
-- case: a key that nothing validates later stays validated at once
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS owners (id bigint PRIMARY KEY);
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, owner_id bigint);
CREATE INDEX IF NOT EXISTS shops_owner_id_idx ON shops (owner_id);
-- file: 20250102000000_key.sql
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_owner;
ALTER TABLE shops ADD CONSTRAINT shops_owner FOREIGN KEY (owner_id) REFERENCES owners (id);
-- file: 20250103000000_more.sql
CREATE TABLE IF NOT EXISTS more (id bigint PRIMARY KEY);
-- case: serial stays where a later file takes the default
-- file: 20250101000000_shops.sql
create table if not exists shops (id bigserial primary key);
-- file: 20250102000000_default.sql
alter table shops alter id drop default;
-- case: serial stays where a later file names the sequence
-- file: 20250101000000_shops.sql
create table if not exists shops (id bigserial primary key);
-- file: 20250102000000_sequence.sql
alter sequence shops_id_seq owned by none;
-- case: serial stays where a table takes over the column
-- file: 20250101000000_shops.sql
create table if not exists shops (id bigserial primary key);
create table if not exists kiosks (price bigint) inherits (shops);
-- case: an integer stays where a function takes it
-- file: 20250101000000_shops.sql
create table if not exists shops (id integer primary key);
-- file: 20250102000000_function.sql
create or replace function doubled(p integer) returns integer language sql immutable set search_path = '' as 'select 2 * p';
create or replace view twice as select public.doubled(id) as two from shops;
-- case: no time zone is added, since the rows would be others
-- file: 20250101000000_shops.sql
create table if not exists shops (id bigint primary key, at timestamp default (now() at time zone 'UTC'), doc json, code char(3));
-- case: what is added is written as the file is, in upper case and as far in
-- file: 20250101000000_shops.sql
BEGIN;
    CREATE TABLE shops (id SERIAL PRIMARY KEY);
    CREATE POLICY readers ON shops FOR SELECT USING (true);
COMMIT;
-- file there: 20250101000000_shops.sql
BEGIN;
    CREATE TABLE IF NOT EXISTS shops (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
    DROP POLICY IF EXISTS readers ON shops;
    CREATE POLICY readers ON shops FOR SELECT USING (true);
COMMIT;
-- case: what is added is written as the file is, in lower case
-- file: 20250101000000_shops.sql
create table shops (id serial primary key);
create type mood as enum ('good');
-- file there: 20250101000000_shops.sql
create table if not exists shops (id bigint generated by default as identity primary key);
do $$ begin create type mood as enum ('good'); exception when duplicate_object then null; end $$;
