-- Indexes and statistics.
CREATE TABLE notes (id int, body text, tags text[], owner int);
--> + public.notes.body: column text
--> + public.notes.id: column int4
--> + public.notes.owner: column int4
--> + public.notes.tags: column text[]
--> + public.notes: table [id, body, tags, owner]
CREATE INDEX ON notes (body);
--> + public.notes_body_idx: index on public.notes [body] btree
CREATE INDEX ON notes (body);
--> + public.notes_body_idx1: index on public.notes [body] btree
CREATE UNIQUE INDEX by_owner ON notes USING btree (owner, id) INCLUDE (body) WHERE owner > 0;
--> + public.by_owner: index on public.notes [owner, id], with [body], unique btree, partial
CREATE INDEX CONCURRENTLY IF NOT EXISTS by_tags ON notes USING gin (tags);
--> + public.by_tags: index on public.notes [tags] gin, concurrently
CREATE INDEX IF NOT EXISTS by_tags ON notes (id);
CREATE INDEX ON notes (lower(body), lower(body), (id + 1), (id + 2), coalesce(id, 1), (body::int));
--> + public.notes_lower_lower1_expr_expr1_coalesce_body_idx: index on public.notes [(lower(body)), (lower(body)), (id + 1), (id + 2), (coalesce(id, 1)), (body::int)] btree
CREATE INDEX ON notes USING rtree (id) INCLUDE (owner);
--> + public.notes_id_owner_idx: index on public.notes [id], with [owner] gist
CREATE INDEX by_tags ON notes (id);
--> again 42P07 index by_tags at by_tags
--> - public.by_tags: index on public.notes [tags] gin, concurrently
--> + public.by_tags: index on public.notes [id] btree
CREATE INDEX ON elsewhere (a);
--> + public.elsewhere_a_idx: index on public.elsewhere [a] btree
CREATE STATISTICS spread ON id, owner FROM notes;
--> + public.spread: STATISTICS [id, owner, public.notes]
CREATE STATISTICS IF NOT EXISTS spread ON id, owner FROM notes;
CREATE STATISTICS other ON (body || 'x'), id FROM notes;
--> + public.other: STATISTICS [body, id, public.notes]
ALTER STATISTICS other RENAME TO others;
--> meets statistics other present
--> - public.other: STATISTICS [body, id, public.notes]
--> + public.other: no statistics
--> + public.others: STATISTICS [body, id, public.notes]
COMMENT ON STATISTICS others IS 'x';
--> meets statistics others present
ALTER INDEX by_owner RENAME TO by_boss;
--> meets index by_owner present
--> - public.by_owner: index on public.notes [owner, id], with [body], unique btree, partial
--> + public.by_boss: index on public.notes [owner, id], with [body], unique btree, partial
--> + public.by_owner: no relation
ALTER INDEX unseen RENAME TO seen;
--> meets index unseen unknown
--> + public.unseen: no relation
ALTER TABLE notes RENAME COLUMN owner TO boss;
--> meets column owner present
--> - public.by_boss: index on public.notes [owner, id], with [body], unique btree, partial
--> - public.notes.owner: column int4
--> - public.notes: table [id, body, tags, owner]
--> - public.notes_id_owner_idx: index on public.notes [id], with [owner] gist
--> - public.spread: STATISTICS [id, owner, public.notes]
--> + public.by_boss: index on public.notes [boss, id], with [body], unique btree, partial
--> + public.notes.boss: column int4
--> + public.notes: table [id, body, tags, boss]
--> + public.notes_id_owner_idx: index on public.notes [id], with [boss] gist
--> + public.spread: STATISTICS [boss, id, public.notes]
ALTER TABLE notes RENAME TO letters;
--> meets table notes present
--> - public.by_boss: index on public.notes [boss, id], with [body], unique btree, partial
--> - public.by_tags: index on public.notes [id] btree
--> - public.notes.body: column text
--> - public.notes.boss: column int4
--> - public.notes.id: column int4
--> - public.notes.tags: column text[]
--> - public.notes: table [id, body, tags, boss]
--> - public.notes_body_idx1: index on public.notes [body] btree
--> - public.notes_body_idx: index on public.notes [body] btree
--> - public.notes_id_owner_idx: index on public.notes [id], with [boss] gist
--> - public.notes_lower_lower1_expr_expr1_coalesce_body_idx: index on public.notes [(lower(body)), (lower(body)), (id + 1), (id + 2), (coalesce(id, 1)), (body::int)] btree
--> - public.others: STATISTICS [body, id, public.notes]
--> - public.spread: STATISTICS [boss, id, public.notes]
--> + public.by_boss: index on public.letters [boss, id], with [body], unique btree, partial
--> + public.by_tags: index on public.letters [id] btree
--> + public.letters.body: column text
--> + public.letters.boss: column int4
--> + public.letters.id: column int4
--> + public.letters.tags: column text[]
--> + public.letters: table [id, body, tags, boss]
--> + public.notes: no relation
--> + public.notes_body_idx1: index on public.letters [body] btree
--> + public.notes_body_idx: index on public.letters [body] btree
--> + public.notes_id_owner_idx: index on public.letters [id], with [boss] gist
--> + public.notes_lower_lower1_expr_expr1_coalesce_body_idx: index on public.letters [(lower(body)), (lower(body)), (id + 1), (id + 2), (coalesce(id, 1)), (body::int)] btree
--> + public.others: STATISTICS [body, id, public.letters]
--> + public.spread: STATISTICS [boss, id, public.letters]
ALTER TABLE letters DROP COLUMN body;
--> - public.by_boss: index on public.letters [boss, id], with [body], unique btree, partial
--> - public.letters.body: column text
--> - public.letters: table [id, body, tags, boss]
--> - public.notes_body_idx1: index on public.letters [body] btree
--> - public.notes_body_idx: index on public.letters [body] btree
--> - public.notes_lower_lower1_expr_expr1_coalesce_body_idx: index on public.letters [(lower(body)), (lower(body)), (id + 1), (id + 2), (coalesce(id, 1)), (body::int)] btree
--> - public.others: STATISTICS [body, id, public.letters]
--> + public.by_boss: no relation
--> + public.letters: table [id, tags, boss]
--> + public.notes_body_idx1: no relation
--> + public.notes_body_idx: no relation
--> + public.notes_lower_lower1_expr_expr1_coalesce_body_idx: no relation
--> + public.others: no statistics
ALTER TABLE letters DROP COLUMN boss;
--> - public.letters.boss: column int4
--> - public.letters: table [id, tags, boss]
--> - public.notes_id_owner_idx: index on public.letters [id], with [boss] gist
--> - public.spread: STATISTICS [boss, id, public.letters]
--> + public.letters: table [id, tags]
--> + public.notes_id_owner_idx: no relation
--> + public.spread: no statistics
ALTER TABLE letters DROP COLUMN id;
--> - public.by_tags: index on public.letters [id] btree
--> - public.letters.id: column int4
--> - public.letters: table [id, tags]
--> + public.by_tags: no relation
--> + public.letters: table [tags]
DROP INDEX by_tags;
--> meets index by_tags absent
DROP INDEX IF EXISTS by_tags, nothing;
--> meets index by_tags absent
--> meets index nothing unknown
--> + public.nothing: no relation
DROP TABLE by_tags;
--> meets table by_tags absent
CREATE TABLE pages (id int PRIMARY KEY, name text);
--> + public.pages.id: column int4, not null
--> + public.pages.name: column text
--> + public.pages.pages_pkey: PRIMARY_KEY [id]
--> + public.pages: table [id, name]
--> + public.pages_pkey: index on public.pages [id], unique btree, of pages_pkey
CREATE INDEX by_name ON pages (name);
--> + public.by_name: index on public.pages [name] btree
CREATE STATISTICS on_pages ON id, name FROM pages;
--> + public.on_pages: STATISTICS [id, name, public.pages]
DROP VIEW by_name;
--> meets view by_name present, but as index
COMMENT ON INDEX by_name IS 'x';
--> meets index by_name present
COMMENT ON TABLE by_name IS 'x';
--> meets table by_name present, but as index
COMMENT ON CONSTRAINT pages_pkey ON pages IS 'x';
--> meets constraint pages_pkey present
DROP TABLE pages;
--> meets table pages present
--> - public.by_name: index on public.pages [name] btree
--> - public.on_pages: STATISTICS [id, name, public.pages]
--> - public.pages.id: column int4, not null
--> - public.pages.name: column text
--> - public.pages.pages_pkey: PRIMARY_KEY [id]
--> - public.pages: table [id, name]
--> - public.pages_pkey: index on public.pages [id], unique btree, of pages_pkey
--> + public.by_name: no relation
--> + public.on_pages: no statistics
--> + public.pages: no relation
--> + public.pages_pkey: no relation
--> meets in a second run:
--> - public.by_boss: no relation
--> - public.notes: no relation
--> - public.notes_body_idx1: no relation
--> - public.notes_body_idx: no relation
--> - public.notes_id_owner_idx: no relation
--> - public.notes_lower_lower1_expr_expr1_coalesce_body_idx: no relation
--> - public.others: no statistics
--> - public.spread: no statistics
--> + public.by_boss: index on public.notes [boss, id], with [body], unique btree, partial
--> + public.elsewhere_a_idx1: index on public.elsewhere [a] btree
--> + public.notes.body: column text
--> + public.notes.boss: column int4
--> + public.notes.id: column int4
--> + public.notes.tags: column text[]
--> + public.notes: table [id, body, tags, boss]
--> + public.notes_body_idx1: index on public.notes [body] btree
--> + public.notes_body_idx: index on public.notes [body] btree
--> + public.notes_id_owner_idx: index on public.notes [id], with [boss] gist
--> + public.notes_lower_lower1_expr_expr1_coalesce_body_idx: index on public.notes [(lower(body)), (lower(body)), (id + 1), (id + 2), (coalesce(id, 1)), (body::int)] btree
--> + public.others: STATISTICS [body, id, public.notes]
--> + public.spread: STATISTICS [boss, id, public.notes]
