-- Other names for what is there, and what follows them.
CREATE TABLE notes (id serial PRIMARY KEY, body text, CONSTRAINT long CHECK (length(body) > 3));
--> + public.notes.body: column text
--> + public.notes.id: column int4, not null, identity, serial
--> + public.notes.long: CHECK [body], named
--> + public.notes.notes_pkey: PRIMARY_KEY [id]
--> + public.notes: table [id, body]
--> + public.notes_id_seq: sequence, of public.notes.id
--> + public.notes_pkey: index on public.notes [id], unique btree, of notes_pkey
CREATE TABLE lines (note int REFERENCES notes, id int REFERENCES lines);
--> + public.lines.id: column int4
--> + public.lines.lines_id_fkey: FOREIGN_KEY [id], to public.lines []
--> + public.lines.lines_note_fkey: FOREIGN_KEY [note], to public.notes []
--> + public.lines.note: column int4
--> + public.lines: table [note, id]
CREATE INDEX by_body ON notes (body);
--> + public.by_body: index on public.notes [body] btree
CREATE VIEW bodies AS SELECT id, body FROM notes;
--> + public.bodies: view [] gives [id int4, body text] of [public.notes]
CREATE VIEW again AS SELECT * FROM bodies;
--> + public.again: view [] gives [id int4, body text] of [public.bodies]
CREATE MATERIALIZED VIEW kept AS SELECT id FROM notes;
--> + public.kept: materialized view [] gives [id int4] of [public.notes]
CREATE INDEX on_kept ON kept (id);
--> again 42P07 index on_kept at on_kept
--> + public.on_kept: index on public.kept [id] btree
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
--> + public.touch(): FUNCTION [LANGUAGE plpgsql]
CREATE TRIGGER touched BEFORE UPDATE OF body ON notes FOR EACH ROW EXECUTE FUNCTION touch();
--> + public.notes.touched: constraint unknown
--> + public.notes.touched: trigger runs public.touch, on [body]
CREATE RULE silent AS ON DELETE TO notes DO INSTEAD NOTHING;
--> + public.notes.silent: rule present
CREATE POLICY own ON notes USING (id > 0);
--> + public.notes.own: permissive policy for ALL to [], using id > 0 of 1
GRANT SELECT ON notes TO reader;
--> + public.notes: privilege [reader yes]
ALTER TABLE notes RENAME TO letters;
--> meets table notes present
--> - public.bodies: view [] gives [id int4, body text] of [public.notes]
--> - public.by_body: index on public.notes [body] btree
--> - public.kept: materialized view [] gives [id int4] of [public.notes]
--> - public.lines.lines_note_fkey: FOREIGN_KEY [note], to public.notes []
--> - public.notes.body: column text
--> - public.notes.id: column int4, not null, identity, serial
--> - public.notes.long: CHECK [body], named
--> - public.notes.notes_pkey: PRIMARY_KEY [id]
--> - public.notes.own: permissive policy for ALL to [], using id > 0 of 1
--> - public.notes.silent: rule present
--> - public.notes.touched: constraint unknown
--> - public.notes.touched: trigger runs public.touch, on [body]
--> - public.notes: privilege [reader yes]
--> - public.notes: table [id, body]
--> - public.notes_id_seq: sequence, of public.notes.id
--> - public.notes_pkey: index on public.notes [id], unique btree, of notes_pkey
--> + public.bodies: view [] gives [id int4, body text] of [public.letters]
--> + public.by_body: index on public.letters [body] btree
--> + public.kept: materialized view [] gives [id int4] of [public.letters]
--> + public.letters.body: column text
--> + public.letters.id: column int4, not null, identity, serial
--> + public.letters.long: CHECK [body], named
--> + public.letters.notes_pkey: PRIMARY_KEY [id]
--> + public.letters.own: permissive policy for ALL to [], using id > 0 of 1
--> + public.letters.silent: rule present
--> + public.letters.touched: constraint unknown
--> + public.letters.touched: trigger runs public.touch, on [body]
--> + public.letters: privilege [reader yes]
--> + public.letters: table [id, body]
--> + public.lines.lines_note_fkey: FOREIGN_KEY [note], to public.letters []
--> + public.notes: no relation
--> + public.notes_id_seq: sequence, of public.letters.id
--> + public.notes_pkey: index on public.letters [id], unique btree, of notes_pkey
ALTER TABLE lines RENAME TO rows;
--> meets table lines present
--> - public.lines.id: column int4
--> - public.lines.lines_id_fkey: FOREIGN_KEY [id], to public.lines []
--> - public.lines.lines_note_fkey: FOREIGN_KEY [note], to public.letters []
--> - public.lines.note: column int4
--> - public.lines: table [note, id]
--> + public.lines: no relation
--> + public.rows.id: column int4
--> + public.rows.lines_id_fkey: FOREIGN_KEY [id], to public.rows []
--> + public.rows.lines_note_fkey: FOREIGN_KEY [note], to public.letters []
--> + public.rows.note: column int4
--> + public.rows: table [note, id]
ALTER TABLE letters RENAME COLUMN body TO content;
--> meets column body present
--> - public.by_body: index on public.letters [body] btree
--> - public.letters.body: column text
--> - public.letters.long: CHECK [body], named
--> - public.letters: table [id, body]
--> + public.by_body: index on public.letters [content] btree
--> + public.letters.content: column text
--> + public.letters.long: CHECK [content], named
--> + public.letters: table [id, content]
ALTER TABLE letters RENAME COLUMN id TO number;
--> meets column id present
--> - public.letters.id: column int4, not null, identity, serial
--> - public.letters.notes_pkey: PRIMARY_KEY [id]
--> - public.letters: table [id, content]
--> - public.notes_id_seq: sequence, of public.letters.id
--> - public.notes_pkey: index on public.letters [id], unique btree, of notes_pkey
--> + public.letters.notes_pkey: PRIMARY_KEY [number]
--> + public.letters.number: column int4, not null, identity, serial
--> + public.letters: table [number, content]
--> + public.notes_id_seq: sequence, of public.letters.number
--> + public.notes_pkey: index on public.letters [number], unique btree, of notes_pkey
ALTER TABLE letters RENAME COLUMN never TO ever;
--> meets column never absent
ALTER TABLE letters RENAME CONSTRAINT long TO longer;
--> meets constraint long present
--> - public.letters.long: CHECK [content], named
--> + public.letters.longer: CHECK [content], named
ALTER INDEX letters_pkey RENAME TO letters_key;
--> meets index letters_pkey unknown
--> + public.letters_pkey: no relation
ALTER INDEX notes_pkey RENAME TO letters_key;
--> meets index notes_pkey present
--> - public.letters.notes_pkey: PRIMARY_KEY [number]
--> - public.notes_pkey: index on public.letters [number], unique btree, of notes_pkey
--> + public.letters.letters_key: PRIMARY_KEY [number], named
--> + public.letters_key: index on public.letters [number], unique btree, of letters_key
--> + public.notes_pkey: no relation
ALTER INDEX letters_key RENAME TO letters_key;
--> meets index letters_key present
ALTER SEQUENCE notes_id_seq RENAME TO letters_seq;
--> meets sequence notes_id_seq present
--> - public.notes_id_seq: sequence, of public.letters.number
--> + public.letters_seq: sequence, of public.letters.number
--> + public.notes_id_seq: no relation
ALTER SEQUENCE unseen RENAME TO seen;
--> meets sequence unseen unknown
--> + public.unseen: no relation
ALTER VIEW bodies RENAME TO contents;
--> meets view bodies present
--> - public.again: view [] gives [id int4, body text] of [public.bodies]
--> - public.bodies: view [] gives [id int4, body text] of [public.letters]
--> + public.again: view [] gives [id int4, body text] of [public.contents]
--> + public.bodies: no relation
--> + public.contents: view [] gives [id int4, body text] of [public.letters]
ALTER VIEW contents RENAME COLUMN body TO content;
--> meets column body present
--> - public.contents: view [] gives [id int4, body text] of [public.letters]
--> + public.contents: view [] gives [id int4, content text] of [public.letters]
ALTER VIEW never RENAME COLUMN body TO content;
--> meets column body unknown
--> + public.never.body: column absent
--> + public.never.content: column of some type
--> + public.never: something [content], and more
ALTER MATERIALIZED VIEW kept RENAME TO stored;
--> meets materialized view kept present
--> - public.kept: materialized view [] gives [id int4] of [public.letters]
--> - public.on_kept: index on public.kept [id] btree
--> + public.kept: no relation
--> + public.on_kept: index on public.stored [id] btree
--> + public.stored: materialized view [] gives [id int4] of [public.letters]
ALTER MATERIALIZED VIEW stored RENAME COLUMN id TO number;
--> meets column id present
--> - public.on_kept: index on public.stored [id] btree
--> - public.stored: materialized view [] gives [id int4] of [public.letters]
--> + public.on_kept: index on public.stored [number] btree
--> + public.stored: materialized view [] gives [number int4] of [public.letters]
ALTER TRIGGER touched ON letters RENAME TO touching;
--> meets trigger touched present
--> - public.letters.touched: constraint unknown
--> - public.letters.touched: trigger runs public.touch, on [body]
--> + public.letters.touching: constraint unknown
--> + public.letters.touching: trigger runs public.touch, on [body]
ALTER TRIGGER never ON letters RENAME TO ever;
--> meets trigger never absent
ALTER RULE silent ON letters RENAME TO quiet;
--> meets rule silent present
--> - public.letters.silent: rule present
--> + public.letters.quiet: rule present
ALTER RULE never ON letters RENAME TO ever;
--> meets rule never absent
ALTER POLICY own ON letters RENAME TO mine;
--> meets policy own present
--> - public.letters.own: permissive policy for ALL to [], using id > 0 of 1
--> + public.letters.mine: permissive policy for ALL to [], using id > 0 of 1
ALTER POLICY never ON letters RENAME TO ever;
--> meets policy never absent
ALTER FUNCTION touch() RENAME TO touch_it;
--> meets function touch present
--> - public.letters.touching: trigger runs public.touch, on [body]
--> - public.touch(): FUNCTION [LANGUAGE plpgsql]
--> + public.letters.touching: trigger runs public.touch_it, on [body]
--> + public.touch(): no routine
--> + public.touch_it(): FUNCTION [LANGUAGE plpgsql]
ALTER FUNCTION touch_it RENAME TO touch_all;
--> meets function touch_it present
--> - public.letters.touching: trigger runs public.touch_it, on [body]
--> - public.touch_it(): FUNCTION [LANGUAGE plpgsql]
--> + public.letters.touching: trigger runs public.touch_all, on [body]
--> + public.touch_all(): FUNCTION [LANGUAGE plpgsql]
--> + public.touch_it(): no routine
ALTER FUNCTION unseen RENAME TO seen;
--> meets function unseen unknown
CREATE TABLE moods (id int);
--> again 42P07 table moods at moods
--> + public.moods.id: column int4
--> + public.moods: table [id]
CREATE TYPE mood AS ENUM ('good', 'bad');
--> + public.mood: ENUM [good, bad]
ALTER TABLE moods ADD COLUMN mood mood, ADD COLUMN all_moods public.mood[];
--> again 42701 column moods.mood at mood
--> again 42701 column moods.all_moods at all_moods
--> - public.moods: table [id]
--> + public.moods.all_moods: column public.mood[]
--> + public.moods.mood: column mood
--> + public.moods: table [id, mood, all_moods]
ALTER TYPE mood RENAME TO feeling;
--> meets type mood present
--> - public.mood: ENUM [good, bad]
--> - public.moods.all_moods: column public.mood[]
--> - public.moods.mood: column mood
--> + public.feeling: ENUM [good, bad]
--> + public.mood: no type
--> + public.moods.all_moods: column public.feeling[]
--> + public.moods.mood: column feeling
ALTER TYPE unseen RENAME TO seen;
--> meets type unseen unknown
--> + public.seen: BASE [], incomplete
--> + public.unseen: no type
DROP TYPE IF EXISTS gone;
--> meets type gone unknown
--> + public.gone: no type
ALTER TYPE gone RENAME TO back;
--> meets type gone absent
ALTER TABLE IF EXISTS unseen RENAME CONSTRAINT a TO b;
--> meets constraint a absent
ALTER TABLE unseen RENAME CONSTRAINT a TO b;
--> meets constraint a absent
DROP TABLE IF EXISTS lost;
--> meets table lost unknown
--> + public.lost: no relation
ALTER TABLE lost RENAME TO found;
--> meets table lost absent
ALTER TABLE lost RENAME COLUMN a TO b;
--> meets column a absent
ALTER POLICY own ON lost RENAME TO mine;
--> meets policy own absent
CREATE COLLATION german (provider = icu, locale = 'de');
--> + public.german: COLLATION []
ALTER COLLATION german RENAME TO deutsch;
--> meets collation german present
--> - public.german: COLLATION []
--> + public.deutsch: COLLATION []
--> + public.german: no collation
ALTER COLLATION deutsch SET SCHEMA app;
--> meets collation deutsch present
--> - public.deutsch: COLLATION []
--> + app.deutsch: COLLATION []
--> + public.deutsch: no collation
ALTER TABLE letters SET SCHEMA app;
--> meets table letters present
--> - public.by_body: index on public.letters [content] btree
--> - public.contents: view [] gives [id int4, content text] of [public.letters]
--> - public.letters.content: column text
--> - public.letters.letters_key: PRIMARY_KEY [number], named
--> - public.letters.longer: CHECK [content], named
--> - public.letters.mine: permissive policy for ALL to [], using id > 0 of 1
--> - public.letters.number: column int4, not null, identity, serial
--> - public.letters.quiet: rule present
--> - public.letters.touching: constraint unknown
--> - public.letters.touching: trigger runs public.touch_all, on [body]
--> - public.letters: privilege [reader yes]
--> - public.letters: table [number, content]
--> - public.letters_key: index on public.letters [number], unique btree, of letters_key
--> - public.letters_seq: sequence, of public.letters.number
--> - public.rows.lines_note_fkey: FOREIGN_KEY [note], to public.letters []
--> - public.stored: materialized view [] gives [number int4] of [public.letters]
--> + app.by_body: index on app.letters [content] btree
--> + app.letters.content: column text
--> + app.letters.letters_key: PRIMARY_KEY [number], named
--> + app.letters.longer: CHECK [content], named
--> + app.letters.mine: permissive policy for ALL to [], using id > 0 of 1
--> + app.letters.number: column int4, not null, identity, serial
--> + app.letters.quiet: rule present
--> + app.letters.touching: constraint unknown
--> + app.letters.touching: trigger runs public.touch_all, on [body]
--> + app.letters: privilege [reader yes]
--> + app.letters: table [number, content]
--> + app.letters_key: index on app.letters [number], unique btree, of letters_key
--> + app.letters_seq: sequence, of app.letters.number
--> + public.by_body: no relation
--> + public.contents: view [] gives [id int4, content text] of [app.letters]
--> + public.letters: no relation
--> + public.letters_key: no relation
--> + public.letters_seq: no relation
--> + public.rows.lines_note_fkey: FOREIGN_KEY [note], to app.letters []
--> + public.stored: materialized view [] gives [number int4] of [app.letters]
ALTER FUNCTION touch_all() SET SCHEMA app;
--> meets function touch_all present
--> - app.letters.touching: trigger runs public.touch_all, on [body]
--> - public.touch_all(): FUNCTION [LANGUAGE plpgsql]
--> + app.letters.touching: trigger runs app.touch_all, on [body]
--> + app.touch_all(): FUNCTION [LANGUAGE plpgsql]
--> + public.touch_all(): no routine
ALTER SEQUENCE seen SET SCHEMA app;
--> meets sequence seen unknown
--> + public.seen: no relation
ALTER VIEW again SET SCHEMA app;
--> meets view again present
--> - public.again: view [] gives [id int4, body text] of [public.contents]
--> + app.again: view [] gives [id int4, body text] of [public.contents]
--> + public.again: no relation
ALTER TABLE again RENAME TO more;
--> meets table again absent
CREATE OPERATOR CLASS whole FOR TYPE int4 USING btree AS OPERATOR 1 <;
--> + public.whole btree: OPERATOR_CLASS []
ALTER OPERATOR CLASS whole USING btree RENAME TO entire;
--> meets operator class whole present
--> - public.whole btree: OPERATOR_CLASS []
--> + public.entire btree: OPERATOR_CLASS []
--> + public.whole btree: no operator class
CREATE SERVER far FOREIGN DATA WRAPPER w;
--> + far: FOREIGN_SERVER []
ALTER SERVER far RENAME TO near;
--> meets server far present
--> - far: FOREIGN_SERVER []
--> + far: no server
--> + near: FOREIGN_SERVER []
CREATE TABLE kinds (id int PRIMARY KEY);
--> + public.kinds.id: column int4, not null
--> + public.kinds.kinds_pkey: PRIMARY_KEY [id]
--> + public.kinds: table [id]
--> + public.kinds_pkey: index on public.kinds [id], unique btree, of kinds_pkey
CREATE TABLE used_by (id int, kind int REFERENCES kinds);
--> + public.used_by.id: column int4
--> + public.used_by.kind: column int4
--> + public.used_by.used_by_kind_fkey: FOREIGN_KEY [kind], to public.kinds []
--> + public.used_by: table [id, kind]
CREATE TABLE read_by_policy (id int);
--> + public.read_by_policy.id: column int4
--> + public.read_by_policy: table [id]
CREATE POLICY reads ON used_by USING (EXISTS (SELECT FROM read_by_policy));
--> + public.used_by.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1
ALTER TABLE used_by RENAME TO using_now;
--> meets table used_by present
--> - public.used_by.id: column int4
--> - public.used_by.kind: column int4
--> - public.used_by.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1
--> - public.used_by.used_by_kind_fkey: FOREIGN_KEY [kind], to public.kinds []
--> - public.used_by: table [id, kind]
--> + public.used_by: no relation
--> + public.using_now.id: column int4
--> + public.using_now.kind: column int4
--> + public.using_now.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1
--> + public.using_now.used_by_kind_fkey: FOREIGN_KEY [kind], to public.kinds []
--> + public.using_now: table [id, kind]
DROP TABLE kinds CASCADE;
--> meets table kinds present
--> - public.kinds.id: column int4, not null
--> - public.kinds.kinds_pkey: PRIMARY_KEY [id]
--> - public.kinds: table [id]
--> - public.kinds_pkey: index on public.kinds [id], unique btree, of kinds_pkey
--> - public.using_now.used_by_kind_fkey: FOREIGN_KEY [kind], to public.kinds []
--> + public.kinds: no relation
--> + public.kinds_pkey: no relation
DROP TABLE read_by_policy CASCADE;
--> meets table read_by_policy present
--> - public.read_by_policy.id: column int4
--> - public.read_by_policy: table [id]
--> - public.using_now.id: column int4
--> - public.using_now.kind: column int4
--> - public.using_now.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1
--> - public.using_now: table [id, kind]
--> + public.read_by_policy: no relation
--> + public.using_now.id: column int4, in doubt
--> + public.using_now.kind: column int4, in doubt
--> + public.using_now: table [id, kind], in doubt
--> meets in a second run:
--> - public.bodies: no relation
--> - public.by_body: no relation
--> - public.kept: no relation
--> - public.letters: no relation
--> - public.letters_key: no relation
--> - public.letters_seq: no relation
--> - public.lines: no relation
--> - public.using_now.id: column int4
--> - public.using_now.kind: column int4
--> - public.using_now.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1
--> - public.using_now: table [id, kind]
--> + public.bodies: view [] gives [id int4, body text] of [public.letters]
--> + public.by_body: index on public.letters [content] btree
--> + public.kept: materialized view [] gives [id int4] of [public.letters]
--> + public.letters.content: column text
--> + public.letters.letters_key: PRIMARY_KEY [number], named
--> + public.letters.longer: CHECK [content], named
--> + public.letters.mine: permissive policy for ALL to [], using id > 0 of 1
--> + public.letters.number: column int4, not null, identity, serial
--> + public.letters.quiet: rule present
--> + public.letters.touching: constraint unknown
--> + public.letters.touching: trigger runs app.touch_all, on [body]
--> + public.letters: privilege [reader yes]
--> + public.letters: table [number, content]
--> + public.letters_key: index on public.letters [number], unique btree, of letters_key
--> + public.letters_seq: sequence, of public.letters.number
--> + public.lines.id: column int4
--> + public.lines.lines_id_fkey: FOREIGN_KEY [id], to public.lines []
--> + public.lines.lines_note_fkey: FOREIGN_KEY [note], to public.letters []
--> + public.lines.note: column int4
--> + public.lines: table [note, id]
--> + public.more: view [] gives [id int4, body text] of [public.bodies]
--> + public.using_now.id: column int4, in doubt
--> + public.using_now.kind: column int4, in doubt
--> + public.using_now.reads: permissive policy for ALL to [], using EXISTS (SELECT FROM read_by_policy) of 1, in doubt
--> + public.using_now: table [id, kind], in doubt
