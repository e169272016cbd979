-- Views, and the columns that their queries give.
CREATE TABLE notes (id int, body varchar(9), size numeric(10, 2));
--> again 42P07 table notes at notes
--> + public.notes.body: column varchar(9)
--> + public.notes.id: column int4
--> + public.notes.size: column numeric(10,2)
--> + public.notes: table [id, body, size]
CREATE TABLE tags (id int, note int, name text);
--> + public.tags.id: column int4
--> + public.tags.name: column text
--> + public.tags.note: column int4
--> + public.tags: table [id, note, name]
CREATE VIEW plain AS SELECT id, body AS text, size::int, now(), 1 + 1, id::text AS t FROM notes;
--> + public.plain: view [] gives [id int4, text varchar(9), size int4, now null, ?column? null, t text] of [public.notes]
CREATE OR REPLACE VIEW plain (a, b) AS SELECT id, body, size FROM notes;
--> - public.plain: view [] gives [id int4, text varchar(9), size int4, now null, ?column? null, t text] of [public.notes]
--> + public.plain: view [a, b] gives [a int4, b varchar(9), size numeric(10,2)] of [public.notes]
CREATE VIEW too_many (a, b) AS SELECT 1;
--> again 42P07 view too_many at too_many
--> + public.too_many: view [a, b] gives what is not known of []
CREATE VIEW starred AS SELECT * FROM notes, tags t (a, b);
--> + public.starred: view [] gives [id int4, body varchar(9), size numeric(10,2), a int4, b int4, name text] of [public.notes, public.tags]
CREATE VIEW of_one AS SELECT t.*, n.id AS i, notes.id AS none FROM notes n JOIN tags t ON true;
--> + public.of_one: view [] gives [id int4, note int4, name text, i int4, none null] of [public.notes, public.tags]
CREATE VIEW joined AS SELECT * FROM notes NATURAL JOIN tags;
--> + public.joined: view [] gives what is not known of [public.notes, public.tags]
CREATE VIEW aliased AS SELECT * FROM (notes n JOIN tags t ON true) AS j;
--> + public.aliased: view [] gives what is not known of [public.notes, public.tags]
CREATE VIEW joined_on AS SELECT * FROM notes n JOIN tags t ON true;
--> + public.joined_on: view [] gives [id int4, body varchar(9), size numeric(10,2), id int4, note int4, name text] of [public.notes, public.tags]
CREATE VIEW qualified AS SELECT n.* FROM notes n NATURAL JOIN tags t;
--> + public.qualified: view [] gives [id int4, body varchar(9), size numeric(10,2)] of [public.notes, public.tags]
CREATE VIEW ambiguous AS SELECT id, name FROM notes, tags;
--> + public.ambiguous: view [] gives [id null, name text] of [public.notes, public.tags]
CREATE VIEW sub AS SELECT * FROM (SELECT id, body FROM notes) AS s (x);
--> + public.sub: view [] gives [x int4, body varchar(9)] of [public.notes]
CREATE VIEW bare AS SELECT * FROM (SELECT id FROM notes);
--> + public.bare: view [] gives [id int4] of [public.notes]
CREATE VIEW of_view AS SELECT b, a FROM plain;
--> + public.of_view: view [] gives [b varchar(9), a int4] of [public.plain]
CREATE VIEW named AS WITH w (x) AS (SELECT id, body FROM notes) SELECT * FROM w;
--> + public.named: view [] gives [x int4, body varchar(9)] of [public.notes]
CREATE VIEW counted AS WITH RECURSIVE w AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM w) SELECT n FROM w;
--> again 42P07 view counted at counted
--> + public.counted: view [] gives [n null] of []
CREATE VIEW shadow AS WITH notes AS (SELECT 1 AS one) SELECT * FROM notes;
--> again 42P07 view shadow at shadow
--> + public.shadow: view [] gives [one null] of []
CREATE VIEW more AS SELECT id, body FROM notes UNION SELECT id, name FROM tags;
--> + public.more: view [] gives [id null, body null] of [public.notes, public.tags]
CREATE VIEW listed AS VALUES (1, 2);
--> again 42P07 view listed at listed
--> + public.listed: view [] gives what is not known of []
CREATE VIEW called AS SELECT * FROM generate_series(1, 2);
--> again 42P07 view called at called
--> + public.called: view [] gives what is not known of []
CREATE VIEW far AS SELECT * FROM elsewhere;
--> again 42P07 view far at far
--> + public.far: view [] gives what is not known of [public.elsewhere]
CREATE VIEW names AS SELECT
    CASE WHEN true THEN 1 END, CASE WHEN true THEN 1 ELSE id END, 'a'::text COLLATE "C", id COLLATE "C",
    EXISTS (SELECT 1), ARRAY (SELECT 1), (SELECT 1), coalesce(id, 1), current_date, NULL, id IS NULL, NOT true,
    CAST(id AS int8), 'x'::unknown, greatest(1, 2), json_object('a': 1), 1 IN (1), row(1), (id), notes.id, public.notes.id,
    CASE WHEN true THEN 1 ELSE id::int END, (body COLLATE "C")::text, id::notes.id%TYPE, body IS NORMALIZED,
    CASE WHEN true THEN 1 ELSE 1 END, ('a' COLLATE "C")::text, (CASE WHEN true THEN 1 END)::text
    FROM notes;
--> again 42P07 view names at names
--> + public.names: view [] gives [case null, id null, text null, id null, exists null, array null, null null, coalesce null, current_date null, ?column? null, ?column? null, ?column? null, id int8, unknown null, greatest null, json_object null, null null, null null, id int4, id int4, id null, id null, body text, ?column? null, null null, case null, text text, text text] of [public.notes]
CREATE VIEW mine WITH (security_invoker) AS SELECT 1 AS a;
--> + public.mine: view [] gives [a null] of [], for its caller
CREATE VIEW theirs WITH (security_invoker = off, security_barrier) AS SELECT 1 AS a;
--> + public.theirs: view [] gives [a null] of []
ALTER VIEW theirs SET (security_invoker = true, security_barrier);
--> - public.theirs: view [] gives [a null] of []
--> + public.theirs: view [] gives [a null] of [], for its caller
ALTER VIEW theirs RESET (security_invoker);
--> - public.theirs: view [] gives [a null] of [], for its caller
--> + public.theirs: view [] gives [a null] of []
ALTER VIEW nothing SET (security_invoker = true);
ALTER VIEW mine SET (security_barrier);
CREATE MATERIALIZED VIEW kept AS SELECT id FROM notes;
--> + public.kept: materialized view [] gives [id int4] of [public.notes]
CREATE MATERIALIZED VIEW IF NOT EXISTS kept AS SELECT body FROM notes;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
--> again 42723 function f() at f
--> + public.f(): FUNCTION [LANGUAGE plpgsql]
CREATE TRIGGER t INSTEAD OF INSERT ON plain FOR EACH ROW EXECUTE FUNCTION f();
--> + public.plain.t: trigger runs public.f
CREATE RULE r AS ON DELETE TO plain DO INSTEAD NOTHING;
--> + public.plain.r: rule present
CREATE OR REPLACE VIEW plain AS SELECT id, body, size, 1 AS more FROM notes;
--> - public.plain: view [a, b] gives [a int4, b varchar(9), size numeric(10,2)] of [public.notes]
--> + public.plain: view [] gives [id int4, body varchar(9), size numeric(10,2), more null] of [public.notes]
CREATE OR REPLACE VIEW fresh AS SELECT 1 AS a;
--> + public.fresh: view [] gives [a null] of []
COMMENT ON COLUMN plain.more IS 'x';
--> meets column more present
COMMENT ON COLUMN names.nothing IS 'x';
--> meets column nothing unknown
COMMENT ON COLUMN plain.nothing IS 'x';
--> meets column nothing absent
COMMENT ON COLUMN far.nothing IS 'x';
--> meets column nothing unknown
COMMENT ON TRIGGER t ON plain IS 'x';
--> meets trigger t present
COMMENT ON TRIGGER u ON plain IS 'x';
--> meets trigger u unknown
COMMENT ON RULE r ON plain IS 'x';
--> meets rule r present
COMMENT ON POLICY p ON plain IS 'x';
--> meets policy p unknown
ALTER TABLE notes DROP COLUMN size CASCADE;
--> - public.aliased: view [] gives what is not known of [public.notes, public.tags]
--> - public.bare: view [] gives [id int4] of [public.notes]
--> - public.joined: view [] gives what is not known of [public.notes, public.tags]
--> - public.joined_on: view [] gives [id int4, body varchar(9), size numeric(10,2), id int4, note int4, name text] of [public.notes, public.tags]
--> - public.named: view [] gives [x int4, body varchar(9)] of [public.notes]
--> - public.notes.size: column numeric(10,2)
--> - public.notes: table [id, body, size]
--> - public.of_one: view [] gives [id int4, note int4, name text, i int4, none null] of [public.notes, public.tags]
--> - public.of_view: view [] gives [b varchar(9), a int4] of [public.plain]
--> - public.plain.r: rule present
--> - public.plain.t: trigger runs public.f
--> - public.plain: view [] gives [id int4, body varchar(9), size numeric(10,2), more null] of [public.notes]
--> - public.qualified: view [] gives [id int4, body varchar(9), size numeric(10,2)] of [public.notes, public.tags]
--> - public.starred: view [] gives [id int4, body varchar(9), size numeric(10,2), a int4, b int4, name text] of [public.notes, public.tags]
--> - public.sub: view [] gives [x int4, body varchar(9)] of [public.notes]
--> + public.aliased: no relation, in doubt
--> + public.bare: no relation, in doubt
--> + public.joined: no relation, in doubt
--> + public.joined_on: no relation, in doubt
--> + public.named: no relation, in doubt
--> + public.notes: table [id, body]
--> + public.of_one: no relation, in doubt
--> + public.of_view: no relation, in doubt
--> + public.plain: no relation, in doubt
--> + public.qualified: no relation, in doubt
--> + public.starred: no relation, in doubt
--> + public.sub: no relation, in doubt
DROP VIEW plain CASCADE;
--> meets view plain absent
--> - public.plain: no relation, in doubt
--> + public.plain: no relation
DROP MATERIALIZED VIEW kept;
--> meets materialized view kept present
--> - public.kept: materialized view [] gives [id int4] of [public.notes]
--> + public.kept: no relation
DROP TABLE tags CASCADE;
--> meets table tags present
--> - public.ambiguous: view [] gives [id null, name text] of [public.notes, public.tags]
--> - public.more: view [] gives [id null, body null] of [public.notes, public.tags]
--> - public.tags.id: column int4
--> - public.tags.name: column text
--> - public.tags.note: column int4
--> - public.tags: table [id, note, name]
--> + public.ambiguous: no relation
--> + public.more: no relation
--> + public.tags: no relation
DROP VIEW mine, theirs;
--> meets view mine present
--> meets view theirs present
--> - public.mine: view [] gives [a null] of [], for its caller
--> - public.theirs: view [] gives [a null] of []
--> + public.mine: no relation
--> + public.theirs: no relation
DROP VIEW nothing CASCADE;
--> meets view nothing unknown
--> + public.nothing: no relation
--> meets in a second run:
--> + public.nothing: no relation
