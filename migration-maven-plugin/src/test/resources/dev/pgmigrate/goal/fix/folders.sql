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
-- case: a check is validated in a file of its own
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, seats bigint);
-- file: 20250102000000_check.sql
ALTER TABLE shops
    DROP CONSTRAINT IF EXISTS shops_seats_check,
    ADD CONSTRAINT shops_seats_check CHECK (seats > 0) NO INHERIT;
-- file there: 20250102000000_check.sql
ALTER TABLE shops
    DROP CONSTRAINT IF EXISTS shops_seats_check,
    ADD CONSTRAINT shops_seats_check CHECK (seats > 0) NO INHERIT NOT VALID;
-- file there: 20260102030405_validate_shops_seats_check.sql
-- Migration: validate_shops_seats_check
-- Version: 20260102030405

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE shops VALIDATE CONSTRAINT shops_seats_check;
-- case: a key is validated in a file of its own, and in the case of its own
-- file: V1__owners.sql
create table if not exists owners (id bigint primary key);
create table if not exists shops (id bigint primary key, owner_id bigint);
create index if not exists shops_owner_id_idx on shops (owner_id);
-- file: V2__key.sql
set search_path = public;
alter table only shops drop constraint if exists shops_owner;
alter table only shops
    add constraint shops_owner foreign key (owner_id) references owners (id) on delete cascade deferrable; -- as it was
create table if not exists more (id bigint primary key);
-- file there: V2__key.sql
set search_path = public;
alter table only shops drop constraint if exists shops_owner;
alter table only shops
    add constraint shops_owner foreign key (owner_id) references owners (id) on delete cascade deferrable not valid; -- as it was
create table if not exists more (id bigint primary key);
-- file there: V3__validate_shops_owner.sql
-- Migration: validate_shops_owner
-- Version: 3

-- Reads the whole table, and blocks neither reads nor writes.
alter table public.shops validate constraint shops_owner;
-- case: a validation beside what adds its constraint gets a file of its own
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, seats bigint);
-- file: 20250102000000_check.sql
ALTER TABLE shops
    DROP CONSTRAINT IF EXISTS shops_seats_check,
    ADD CONSTRAINT shops_seats_check CHECK (seats > 0) NOT VALID;
ALTER TABLE shops VALIDATE CONSTRAINT shops_seats_check;
-- file there: 20250102000000_check.sql
ALTER TABLE shops
    DROP CONSTRAINT IF EXISTS shops_seats_check,
    ADD CONSTRAINT shops_seats_check CHECK (seats > 0) NOT VALID;
-- file there: 20260102030405_validate_shops_seats_check.sql
-- Migration: validate_shops_seats_check
-- Version: 20260102030405

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE shops VALIDATE CONSTRAINT shops_seats_check;
-- case: a check that a later file takes away stays
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, seats bigint);
-- file: 20250102000000_check.sql
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_seats_check, ADD CONSTRAINT shops_seats_check CHECK (seats > 0);
-- file: 20250103000000_no_check.sql
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_seats_check;
-- case: a check that proves a column for a later file stays
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, seats bigint);
-- file: 20250102000000_check.sql
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_seats, ADD CONSTRAINT shops_seats CHECK (seats IS NOT NULL);
-- file: 20250103000000_not_null.sql
SET lock_timeout = '2s';
ALTER TABLE shops ALTER COLUMN seats SET NOT NULL;
RESET lock_timeout;
-- case: a column becomes NOT NULL behind a check that proves it
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, seats bigint);
-- file: 20250102000000_require.sql
ALTER TABLE shops ALTER COLUMN seats SET NOT NULL;
-- file there: 20250102000000_require.sql
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_seats_present, ADD CONSTRAINT shops_seats_present CHECK (seats IS NOT NULL) NOT VALID;
-- file there: 20260102030405_validate_shops_seats_present.sql
-- Migration: validate_shops_seats_present
-- Version: 20260102030405

-- Reads the whole table, and blocks neither reads nor writes.
ALTER TABLE shops VALIDATE CONSTRAINT shops_seats_present;
-- file there: 20260102030406_require_seats_of_shops.sql
-- Migration: require_seats_of_shops
-- Version: 20260102030406

-- The validated check proves it, so that nothing is read under the lock; then it has served its purpose.
ALTER TABLE shops ALTER COLUMN seats SET NOT NULL;
ALTER TABLE shops DROP CONSTRAINT IF EXISTS shops_seats_present;
-- case: a label is used in a file of its own, behind all that comes before it
-- file: 20250101000000_shops.sql
DO $$ BEGIN CREATE TYPE state AS ENUM ('open'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, state state);
-- file: 20250102000000_close.sql
-- migrate:irreversible reason="a label of an enum cannot be removed"
ALTER TYPE state ADD VALUE IF NOT EXISTS 'closed';
-- Nobody has been there since.
UPDATE shops SET state = 'closed' WHERE id BETWEEN 1 AND 1000;
COMMENT ON TABLE shops IS 'some are closed';
-- file there: 20250102000000_close.sql
-- migrate:irreversible reason="a label of an enum cannot be removed"
ALTER TYPE state ADD VALUE IF NOT EXISTS 'closed';
-- file there: 20260102030405_close_part_2.sql
-- Migration: close_part_2
-- Version: 20260102030405

-- migrate:irreversible reason="a label of an enum cannot be removed"
-- Nobody has been there since.
UPDATE shops SET state = 'closed' WHERE id BETWEEN 1 AND 1000;
COMMENT ON TABLE shops IS 'some are closed';
-- case: a label stays where it is used if another file follows
-- file: 20250101000000_shops.sql
DO $$ BEGIN CREATE TYPE state AS ENUM ('open'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, state state);
-- file: 20250102000000_close.sql
ALTER TYPE state ADD VALUE IF NOT EXISTS 'closed';
UPDATE shops SET state = 'closed' WHERE id BETWEEN 1 AND 1000;
-- file: 20250103000000_more.sql
UPDATE shops SET state = 'open' WHERE id = 1 AND state = 'closed';
-- case: rows are filled between the files that lock their table
-- file: 20250101000000_shops.sql
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, town text);
-- file: 20250102000000_currency.sql
-- migrate:irreversible reason="the column is kept"
ALTER TABLE shops ADD COLUMN IF NOT EXISTS currency text;
UPDATE shops SET currency = 'EUR' WHERE currency IS NULL;
ALTER TABLE shops ALTER COLUMN town SET DEFAULT 'Bern';
-- file there: 20250102000000_currency.sql
-- migrate:irreversible reason="the column is kept"
ALTER TABLE shops ADD COLUMN IF NOT EXISTS currency text;
-- file there: 20260102030405_currency_part_2.sql
-- Migration: currency_part_2
-- Version: 20260102030405

-- migrate:irreversible reason="the column is kept"
UPDATE shops SET currency = 'EUR' WHERE currency IS NULL;
-- file there: 20260102030406_currency_part_3.sql
-- Migration: currency_part_3
-- Version: 20260102030406

-- migrate:irreversible reason="the column is kept"
ALTER TABLE shops ALTER COLUMN town SET DEFAULT 'Bern';
-- case: the last file is cut before anything is put behind it
-- file: 20250101000000_mail.sql
DO $$ BEGIN CREATE DOMAIN mail AS text; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, mail mail);
-- file: 20250102000000_rules.sql
ALTER DOMAIN mail DROP CONSTRAINT IF EXISTS mail_check;
ALTER DOMAIN mail ADD CONSTRAINT mail_check CHECK (VALUE LIKE '%@%');
-- file: 20250103000000_town.sql
-- migrate:irreversible reason="the column is kept"
ALTER TABLE shops ADD COLUMN IF NOT EXISTS town text;
CREATE INDEX CONCURRENTLY IF NOT EXISTS shops_town ON shops (town);
-- file there: 20250102000000_rules.sql
ALTER DOMAIN mail DROP CONSTRAINT IF EXISTS mail_check;
ALTER DOMAIN mail ADD CONSTRAINT mail_check CHECK (VALUE LIKE '%@%') NOT VALID;
-- file there: 20250103000000_town.sql
-- migrate:irreversible reason="the column is kept"
ALTER TABLE shops ADD COLUMN IF NOT EXISTS town text;
-- file there: 20260102030405_town_part_2.sql
-- Migration: town_part_2
-- Version: 20260102030405

-- migrate:irreversible reason="the column is kept"
CREATE INDEX CONCURRENTLY IF NOT EXISTS shops_town ON shops (town);
-- file there: 20260102030406_validate_mail_check.sql
-- Migration: validate_mail_check
-- Version: 20260102030406

ALTER DOMAIN mail VALIDATE CONSTRAINT mail_check;
-- case: a function that a later file moves is closed by the name that it is made with
-- flavour: supabase
-- file: 20250101000000_total.sql
CREATE SCHEMA IF NOT EXISTS inner_api;
CREATE OR REPLACE FUNCTION inner_api.total() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';
-- file: 20250102000000_move.sql
ALTER FUNCTION inner_api.total() SET SCHEMA public;
-- file there: 20250101000000_total.sql
CREATE SCHEMA IF NOT EXISTS inner_api;
CREATE OR REPLACE FUNCTION inner_api.total() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION inner_api.total() FROM PUBLIC, anon;
-- file there: 20250102000000_move.sql
DO $$ BEGIN ALTER FUNCTION inner_api.total() SET SCHEMA public; EXCEPTION WHEN undefined_function THEN NULL; END $$;
