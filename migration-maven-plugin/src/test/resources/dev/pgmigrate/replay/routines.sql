-- Functions, triggers, policies and rules.
CREATE FUNCTION add(a int, b integer DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
--> + public.add(int4,int4): FUNCTION [LANGUAGE sql, IMMUTABLE]
--> in FUNCTION_BODY: SELECT a + b
CREATE FUNCTION add(a text, OUT b text, VARIADIC c text[]) LANGUAGE sql AS 'SELECT a';
--> + public.add(text,text[]): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT a
CREATE OR REPLACE FUNCTION add(a int, b integer) RETURNS int LANGUAGE sql STRICT RETURN a + b;
--> - public.add(int4,int4): FUNCTION [LANGUAGE sql, IMMUTABLE]
--> + public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT]
CREATE PROCEDURE run() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); END $$;
--> + public.run(): PROCEDURE [LANGUAGE plpgsql]
--> in FUNCTION_BODY: INSERT INTO log VALUES (1)
CREATE AGGREGATE total(int) (SFUNC = add, STYPE = int);
--> + public.total(int4): AGGREGATE []
CREATE AGGREGATE total(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = add, STYPE = int);
--> + public.total(any): AGGREGATE []
CREATE AGGREGATE total(int ORDER BY text) (SFUNC = add, STYPE = int);
--> + public.total(int4,text): AGGREGATE []
ALTER FUNCTION add(int, int) SECURITY DEFINER;
--> - public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT]
--> + public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT, SECURITY DEFINER]
ALTER ROUTINE add VOLATILE;
--> - public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT, SECURITY DEFINER]
--> - public.add(text,text[]): FUNCTION [LANGUAGE sql]
--> + public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT, SECURITY DEFINER, VOLATILE]
--> + public.add(text,text[]): FUNCTION [LANGUAGE sql, VOLATILE]
ALTER FUNCTION never(int) STABLE;
CREATE FUNCTION add(a int, b int) RETURNS int LANGUAGE sql RETURN 1;
--> again 42723 function add(int4,int4) at add
--> - public.add(int4,int4): FUNCTION [LANGUAGE sql, STRICT, SECURITY DEFINER, VOLATILE]
--> + public.add(int4,int4): FUNCTION [LANGUAGE sql]
DROP FUNCTION add(int, int);
--> meets function add present
--> - public.add(int4,int4): FUNCTION [LANGUAGE sql]
--> + public.add(int4,int4): no routine
DROP AGGREGATE total(int);
--> meets aggregate total present
--> - public.total(int4): AGGREGATE []
--> + public.total(int4): no routine
COMMENT ON FUNCTION add(text, text[]) IS 'x';
--> meets function add present
COMMENT ON FUNCTION add IS 'x';
--> meets function add present
COMMENT ON FUNCTION add(int, int) IS 'x';
--> meets function add absent
COMMENT ON PROCEDURE never IS 'x';
--> meets procedure never unknown
CREATE TABLE notes (id int, body text);
--> + public.notes.body: column text
--> + public.notes.id: column int4
--> + public.notes: table [id, body]
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
--> + public.touch(): FUNCTION [LANGUAGE plpgsql]
CREATE FUNCTION log() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
--> again 42723 function log() at log
--> + public.log(): FUNCTION [LANGUAGE plpgsql]
CREATE TRIGGER touched BEFORE UPDATE OF body, id ON notes FOR EACH ROW EXECUTE FUNCTION touch();
--> + public.notes.touched: constraint unknown
--> + public.notes.touched: trigger runs public.touch, on [body, id]
CREATE OR REPLACE TRIGGER touched BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
--> - public.notes.touched: trigger runs public.touch, on [body, id]
--> + public.notes.touched: trigger runs public.touch
CREATE TRIGGER touched BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
--> again 42710 trigger touched` on `notes at touched
CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch();
--> + public.notes.checked: constraint unknown
--> + public.notes.checked: trigger runs public.touch, constraint
CREATE TRIGGER far BEFORE UPDATE ON elsewhere FOR EACH ROW EXECUTE FUNCTION elsewhere_touch();
--> again 42710 trigger far` on `elsewhere at far
--> + public.elsewhere.far: trigger runs public.elsewhere_touch
--> + public.elsewhere: something [], and more
CREATE POLICY mine ON notes AS RESTRICTIVE FOR SELECT TO reader, current_user USING (id > add(1, 2));
--> + public.notes.mine: restrictive policy for SELECT to [reader, current_user], using id > add(1, 2) of 1
CREATE POLICY all_mine ON notes WITH CHECK (add('a') = 'a');
--> + public.notes.all_mine: permissive policy for ALL to [], check add('a') = 'a' of 1
CREATE POLICY mine ON notes;
--> again 42710 policy mine` on `notes at mine
--> - public.notes.mine: restrictive policy for SELECT to [reader, current_user], using id > add(1, 2) of 1
--> + public.notes.mine: permissive policy for ALL to [] of 0
ALTER POLICY mine ON notes TO writer;
--> - public.notes.mine: permissive policy for ALL to [] of 0
--> + public.notes.mine: permissive policy for ALL to [writer] of 0
ALTER POLICY mine ON notes USING (id > 1) WITH CHECK (id > 2);
--> - public.notes.mine: permissive policy for ALL to [writer] of 0
--> + public.notes.mine: permissive policy for ALL to [writer], using id > 1, check id > 2 of 2
ALTER POLICY never ON notes USING (id > 1);
CREATE RULE silent AS ON DELETE TO notes DO INSTEAD NOTHING;
--> + public.notes.silent: rule present
CREATE OR REPLACE RULE silent AS ON DELETE TO notes DO INSTEAD NOTHING;
CREATE RULE silent AS ON INSERT TO notes DO INSTEAD NOTHING;
--> again 42710 rule silent` on `notes at silent
CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION log();
--> again 42710 event trigger watching at watching
--> + watching: EVENT_TRIGGER []
CREATE VIEW sums AS SELECT add('a');
--> + public.sums: view [] gives [add null] of []
CREATE FUNCTION sum_up() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT add('a'); END;
--> + public.sum_up(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT add('a')
CREATE FUNCTION sum_more(a text DEFAULT add('b')) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT sum_up(); END;
--> + public.sum_more(text): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT sum_up()
CREATE FUNCTION sum_not() RETURNS text LANGUAGE sql AS 'SELECT add(''a'')';
--> again 42723 function sum_not() at sum_not
--> + public.sum_not(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT add(''a'')
DROP TRIGGER never ON notes;
--> meets trigger never absent
DROP TRIGGER touched ON notes;
--> meets trigger touched present
--> - public.notes.touched: constraint unknown
--> - public.notes.touched: trigger runs public.touch
DROP TRIGGER IF EXISTS touched ON unseen;
--> meets trigger touched unknown
--> + public.unseen.touched: trigger absent, in doubt
--> + public.unseen: something [], and more, in doubt
DROP POLICY all_mine ON notes;
--> meets policy all_mine present
--> - public.notes.all_mine: permissive policy for ALL to [], check add('a') = 'a' of 1
DROP POLICY IF EXISTS all_mine ON unseen;
--> meets policy all_mine unknown
--> + public.unseen.all_mine: policy absent, in doubt
DROP POLICY mine ON notes;
--> meets policy mine present
--> - public.notes.mine: permissive policy for ALL to [writer], using id > 1, check id > 2 of 2
DROP RULE silent ON notes;
--> meets rule silent present
--> - public.notes.silent: rule present
DROP RULE IF EXISTS silent ON gone;
--> meets rule silent unknown
--> + public.gone.silent: rule absent, in doubt
--> + public.gone: something [], and more, in doubt
CREATE POLICY again ON notes WITH CHECK (add('a') = 'a');
--> + public.notes.again: permissive policy for ALL to [], check add('a') = 'a' of 1
DROP FUNCTION touch() CASCADE;
--> meets function touch present
--> - public.notes.checked: constraint unknown
--> - public.notes.checked: trigger runs public.touch, constraint
--> - public.touch(): FUNCTION [LANGUAGE plpgsql]
--> + public.touch(): no routine
DROP FUNCTION add(text, text[]) CASCADE;
--> meets function add present
--> - public.add(text,text[]): FUNCTION [LANGUAGE sql, VOLATILE]
--> - public.notes.again: permissive policy for ALL to [], check add('a') = 'a' of 1
--> - public.notes.body: column text
--> - public.notes.id: column int4
--> - public.notes: table [id, body]
--> - public.sum_more(text): FUNCTION [LANGUAGE sql]
--> - public.sum_up(): FUNCTION [LANGUAGE sql]
--> - public.sums: view [] gives [add null] of []
--> - public.total(any): AGGREGATE []
--> - public.total(int4,text): AGGREGATE []
--> + public.add(text,text[]): no routine
--> + public.notes.body: column text, in doubt
--> + public.notes.id: column int4, in doubt
--> + public.notes: table [id, body], in doubt
--> + public.sum_more(text): no routine, in doubt
--> + public.sum_up(): no routine, in doubt
--> + public.sums: no relation, in doubt
--> + public.total(any): no routine, in doubt
--> + public.total(int4,text): no routine, in doubt
DROP ROUTINE IF EXISTS never;
--> meets routine never unknown
--> + public.never(): no routine
DROP POLICY mine ON sums;
--> meets policy mine absent
DROP PROCEDURE run;
--> meets procedure run present
--> - public.run(): PROCEDURE [LANGUAGE plpgsql]
--> + public.run(): no routine
CREATE FUNCTION one(notes) RETURNS int LANGUAGE sql RETURN 1;
--> + public.one(notes): FUNCTION [LANGUAGE sql]
CREATE FUNCTION all_notes() RETURNS SETOF notes LANGUAGE sql BEGIN ATOMIC SELECT * FROM notes; END;
--> + public.all_notes(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT * FROM notes
CREATE FUNCTION of_few() RETURNS bigint RETURN (SELECT count(*) FROM notes);
--> + public.of_few(): FUNCTION []
CREATE FUNCTION of_all() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM notes; END;
--> + public.of_all(): FUNCTION [LANGUAGE sql]
--> in FUNCTION_BODY: SELECT count(*) FROM notes
CREATE TABLE others (id int);
--> again 42P07 table others at others
--> + public.others.id: column int4
--> + public.others: table [id]
CREATE POLICY reading ON others USING (id IN (SELECT id FROM notes));
--> + public.others.reading: permissive policy for ALL to [], using id IN (SELECT id FROM notes) of 1
CREATE POLICY writing ON others WITH CHECK (id IN (SELECT id FROM notes));
--> + public.others.writing: permissive policy for ALL to [], check id IN (SELECT id FROM notes) of 1
CREATE POLICY quiet ON others USING (true);
--> again 42710 policy quiet` on `others at quiet
--> + public.others.quiet: permissive policy for ALL to [], using true of 1
DROP TABLE notes CASCADE;
--> meets table notes present
--> - public.all_notes(): FUNCTION [LANGUAGE sql]
--> - public.notes.body: column text, in doubt
--> - public.notes.id: column int4, in doubt
--> - public.notes: table [id, body], in doubt
--> - public.of_all(): FUNCTION [LANGUAGE sql]
--> - public.of_few(): FUNCTION []
--> - public.one(notes): FUNCTION [LANGUAGE sql]
--> - public.others.id: column int4
--> - public.others.quiet: permissive policy for ALL to [], using true of 1
--> - public.others.reading: permissive policy for ALL to [], using id IN (SELECT id FROM notes) of 1
--> - public.others.writing: permissive policy for ALL to [], check id IN (SELECT id FROM notes) of 1
--> - public.others: table [id]
--> + public.all_notes(): no routine
--> + public.notes: no relation
--> + public.of_all(): no routine, in doubt
--> + public.of_few(): no routine, in doubt
--> + public.one(notes): no routine
--> + public.others.id: column int4, in doubt
--> + public.others.quiet: permissive policy for ALL to [], using true of 1, in doubt
--> + public.others: table [id], in doubt
--> quoted: 'SELECT a + b'
--> quoted: 'SELECT a'
--> quoted: 'BEGIN RETURN new; END'
--> quoted: 'BEGIN END'
--> quoted: 'SELECT add(''a'')'
--> meets in a second run:
--> - public.others.id: column int4
--> - public.others.quiet: permissive policy for ALL to [], using true of 1
--> - public.others.reading: permissive policy for ALL to [], using id IN (SELECT id FROM notes) of 1
--> - public.others.writing: permissive policy for ALL to [], check id IN (SELECT id FROM notes) of 1
--> - public.others: table [id]
--> + public.others.id: column int4, in doubt
--> + public.others.quiet: permissive policy for ALL to [], using true of 1, in doubt
--> + public.others.reading: permissive policy for ALL to [], using id IN (SELECT id FROM notes) of 1, in doubt
--> + public.others.writing: permissive policy for ALL to [], check id IN (SELECT id FROM notes) of 1, in doubt
--> + public.others: table [id], in doubt
