-- Statements on what everything.sql makes, each below what it changes: "object | property | before | after".

-- column public.users.born | not null | - | yes
-- constraint public.users.users_born_not_null | - | - | object
ALTER TABLE users ALTER born SET NOT NULL;

-- column public.orders.note | - | - | object
ALTER TABLE orders ADD note text;

-- column public.orders.total | - | object | -
-- constraint public.orders.orders_user_id_total_key | - | object | -
-- materialized view public.totals | - | object | -
ALTER TABLE orders DROP total CASCADE;

-- publication table tables.public.orders | - | object | -
-- table public.orders | - | object | -
-- sequence public.orders_id_seq | - | object | -
-- materialized view public.totals | - | object | -
DROP TABLE orders CASCADE;

-- column public.orders.placed | type | timestamp with time zone | timestamp(3) with time zone
ALTER TABLE orders ALTER placed TYPE timestamptz(3);

-- column public.orders.placed | default | '2024-01-01 11:00:00+00'::timestamp with time zone | now()
ALTER TABLE orders ALTER placed SET DEFAULT now();

-- column public.users.full\nname | statistics target | - | 7
-- column public.users.full\nname | storage | - | external
ALTER TABLE users ALTER "full
name" SET STATISTICS 7, ALTER "full
name" SET STORAGE EXTERNAL;

-- table public.users | row level security | enabled | -
ALTER TABLE users DISABLE ROW LEVEL SECURITY;

-- table public.users | row level security forced | yes | -
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;

-- table public.users | replica identity | full | index
-- index public.users.users_pkey | replica identity | - | yes
ALTER TABLE users REPLICA IDENTITY USING INDEX users_pkey;

-- table public.orders | storage parameters | autovacuum_enabled=false\nfillfactor=70 | fillfactor=70
ALTER TABLE orders RESET (autovacuum_enabled);

-- publication tables | - | object | -
-- table public.orders | persistence | - | unlogged
-- sequence public.orders_id_seq | persistence | - | unlogged
DROP PUBLICATION tables;
ALTER TABLE orders SET UNLOGGED;

-- constraint public.users.born_check | definition | CHECK ((born > '1900-01-01'::date)) | CHECK ((born > '1901-01-01'::date))
-- constraint public.users.born_check | validated | - | no
ALTER TABLE users DROP CONSTRAINT born_check, ADD CONSTRAINT born_check CHECK (born > '1901-01-01') NOT VALID;

-- constraint public.orders.orders_user_id_fkey | definition | FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE DEFERRABLE | FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE
ALTER TABLE orders ALTER CONSTRAINT orders_user_id_fkey NOT DEFERRABLE;

-- constraint public.orders.orders_user_id_fkey | triggers | - | "RI_FKey_check_ins" D, "RI_FKey_check_upd" D
ALTER TABLE orders DISABLE TRIGGER ALL;

-- index public.users.users_pkey | clustered | - | yes
ALTER TABLE users CLUSTER ON users_pkey;

-- trigger public.users.touched | enabled | - | always
ALTER TABLE users ENABLE ALWAYS TRIGGER touched;

-- rule public.users.no_delete | - | - | object
CREATE RULE no_delete AS ON DELETE TO users DO INSTEAD NOTHING;

-- policy public.users.own_rows | roles | public | pg_monitor
-- policy public.users.own_rows | using | (id > 0) | (id > 2)
ALTER POLICY own_rows ON users TO pg_monitor USING (id > 2);

-- sequence public.counter | increment | 5 | 6
-- sequence public.counter | owned by | - | public.users.id
ALTER SEQUENCE counter INCREMENT 6 OWNED BY users.id;

-- enum odd."schema.mood | labels | 'sad'\n'it''s fine' | 'sad'\n'so'\n'it''s fine'
ALTER TYPE "odd.""schema".mood ADD VALUE 'so' AFTER 'sad';

-- domain public.email | not null | yes | -
-- domain constraint public.email.email_not_null | - | object | -
ALTER DOMAIN email DROP NOT NULL;

-- function public.touch() | security | definer | -
-- function public.touch() | settings | search_path="" | -
ALTER FUNCTION touch() SECURITY INVOKER RESET ALL;

-- function public.add(integer, integer) | grants | - | PUBLIC: nothing\npg_monitor: EXECUTE
REVOKE EXECUTE ON FUNCTION add FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add TO pg_monitor;

-- table public.users | grants | pg_monitor: SELECT WITH GRANT OPTION | pg_monitor: SELECT
REVOKE GRANT OPTION FOR SELECT ON users FROM pg_monitor;

-- column public.users.email | grants | pg_monitor: INSERT WITH GRANT OPTION | -
REVOKE INSERT (email) ON users FROM pg_monitor;

-- default privileges public.postgres.tables | grants | pg_monitor: SELECT | pg_monitor: INSERT, SELECT
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT INSERT ON TABLES TO pg_monitor;

-- function pg_catalog.pg_sleep(double precision) | - | object | -
GRANT EXECUTE ON FUNCTION pg_sleep(double precision) TO PUBLIC;

-- schema public | grants | PUBLIC: USAGE | PUBLIC: USAGE\npg_monitor: CREATE
-- view public.adults | owner | postgres | pg_monitor
GRANT CREATE ON SCHEMA public TO pg_monitor;
ALTER VIEW adults OWNER TO pg_monitor;

-- column pg_catalog.pg_authid.rolpassword | - | - | object
GRANT SELECT (rolpassword) ON pg_authid TO pg_monitor;

-- view public.adults | options | security_barrier=true | -
ALTER VIEW adults RESET (security_barrier);

-- materialized view public.totals | populated | no | -
REFRESH MATERIALIZED VIEW totals;

-- column public.users.email | comment | where to write to | -
COMMENT ON COLUMN users.email IS NULL;

-- publication tables | publish | insert | insert, update
ALTER PUBLICATION tables SET (publish = 'insert, update');

-- subscription sub | synchronous commit | off | local
ALTER SUBSCRIPTION sub SET (synchronous_commit = local);

-- event trigger watch | enabled | no | -
ALTER EVENT TRIGGER watch ENABLE;

-- server remote | version | 1 | 2
ALTER SERVER remote VERSION '2';

-- user mapping remote.public | options | password=********\nuser=ann | password=********\nuser=bob
ALTER USER MAPPING FOR PUBLIC SERVER remote OPTIONS (SET user 'bob');

-- statistics public.user_statistics | statistics target | - | 9
ALTER STATISTICS user_statistics SET STATISTICS 9;

-- text search configuration public.small | - | - | object
CREATE TEXT SEARCH CONFIGURATION small (PARSER = default);

-- function public.add(integer, integer) | depends on extension | - | hstore
ALTER FUNCTION add DEPENDS ON EXTENSION hstore;

-- table public.orders | extension | - | hstore
ALTER EXTENSION hstore ADD TABLE orders;

-- table public.events_2024 | parents | public.events | -
-- table public.events_2024 | partition bound | FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') | -
-- column public.events_2024.at | inherited from parents | 1 | -
-- column public.events_2024.payload | inherited from parents | 1 | -
-- constraint public.events_2024.events_at_not_null | inherited from parents | 1 | -
-- index public.events_2024.events_2024_payload_idx | part of | public.events_payload | -
ALTER TABLE events DETACH PARTITION events_2024;
