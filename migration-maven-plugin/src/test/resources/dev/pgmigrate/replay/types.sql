-- Types and domains.
CREATE TYPE mood AS ENUM ('sad', 'glad');
--> + public.mood: ENUM [sad, glad]
ALTER TYPE mood ADD VALUE 'mad';
--> - public.mood: ENUM [sad, glad]
--> + public.mood: ENUM [sad, glad, mad]
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'mad';
ALTER TYPE mood ADD VALUE 'fair' BEFORE 'glad';
--> - public.mood: ENUM [sad, glad, mad]
--> + public.mood: ENUM [sad, fair, glad, mad]
ALTER TYPE mood ADD VALUE 'good' AFTER 'glad';
--> - public.mood: ENUM [sad, fair, glad, mad]
--> + public.mood: ENUM [sad, fair, glad, good, mad]
ALTER TYPE mood ADD VALUE 'odd' AFTER 'nothing';
--> - public.mood: ENUM [sad, fair, glad, good, mad]
--> + public.mood: ENUM [sad, fair, glad, good, mad, odd]
ALTER TYPE mood RENAME VALUE 'mad' TO 'angry';
--> - public.mood: ENUM [sad, fair, glad, good, mad, odd]
--> + public.mood: ENUM [sad, fair, glad, good, angry, odd]
ALTER TYPE unseen RENAME VALUE 'a' TO 'b';
--> + public.unseen: ENUM [b], incomplete
ALTER TYPE unseen ADD VALUE 'c';
--> again 42710 type unseen.c at 'c'
--> - public.unseen: ENUM [b], incomplete
--> + public.unseen: ENUM [b, c], incomplete
CREATE TYPE pair AS (a int, b text);
--> again 42710 type pair at pair
--> + public.pair: COMPOSITE [a, b]
ALTER TYPE pair ADD ATTRIBUTE c int, DROP ATTRIBUTE a;
--> again 42701 attribute pair.c at c
--> - public.pair: COMPOSITE [a, b]
--> + public.pair: COMPOSITE [b, c]
ALTER TYPE pair RENAME ATTRIBUTE b TO d;
--> meets attribute b present
--> - public.pair: COMPOSITE [b, c]
--> + public.pair: COMPOSITE [d, c]
ALTER TYPE pair ADD ATTRIBUTE c int;
--> again 42701 attribute pair.c at c
COMMENT ON COLUMN pair.c IS 'x';
--> meets column c unknown
CREATE TYPE span AS RANGE (subtype = int4);
--> again 42710 type span at span
--> + public.span: RANGE []
CREATE TYPE shell;
--> again 42710 type shell at shell
--> + public.shell: SHELL []
CREATE TYPE base (INPUT = i, OUTPUT = o);
--> again 42710 type base at base
--> + public.base: BASE []
CREATE DOMAIN size AS numeric(10, 2) NOT NULL CHECK (VALUE > 0) CONSTRAINT most CHECK (VALUE < 9) DEFAULT 1;
--> + public.size.most: constraint present
--> + public.size: DOMAIN [] of numeric(10,2)
ALTER DOMAIN size ADD CONSTRAINT least CHECK (VALUE > 1);
--> + public.size.least: constraint present
ALTER DOMAIN size ADD CONSTRAINT least CHECK (VALUE > 1);
--> again 42710 constraint least` on `size at least
ALTER DOMAIN size ADD CHECK (VALUE > 2);
ALTER DOMAIN size RENAME CONSTRAINT least TO lowest;
--> meets constraint least present
--> - public.size.least: constraint present
--> + public.size.lowest: constraint present
ALTER DOMAIN size DROP CONSTRAINT most;
--> - public.size.most: constraint present
ALTER DOMAIN size RENAME CONSTRAINT most TO highest;
--> meets constraint most absent
ALTER DOMAIN size DROP NOT NULL;
ALTER DOMAIN size SET NOT NULL;
ALTER DOMAIN unseen_size ADD CONSTRAINT least CHECK (VALUE > 1);
--> again 42710 constraint least` on `unseen_size at least
--> + public.unseen_size.least: constraint present
--> + public.unseen_size: DOMAIN [], incomplete
COMMENT ON CONSTRAINT lowest ON DOMAIN size IS 'x';
--> meets constraint lowest present
COMMENT ON CONSTRAINT most ON DOMAIN size IS 'x';
--> meets constraint most absent
COMMENT ON TYPE mood IS 'x';
--> meets type mood present
COMMENT ON DOMAIN nothing IS 'x';
--> meets domain nothing unknown
CREATE TABLE moods (one mood, many mood[], large size, other app.mood);
--> again 42P07 table moods at moods
--> + public.moods.large: column size
--> + public.moods.many: column mood[]
--> + public.moods.one: column mood
--> + public.moods.other: column app.mood
--> + public.moods: table [one, many, large, other]
CREATE FUNCTION feel(mood) RETURNS mood LANGUAGE sql RETURN $1;
--> + public.feel(mood): FUNCTION [LANGUAGE sql], of [public.mood]
CREATE FUNCTION felt() RETURNS TABLE (m mood) LANGUAGE sql RETURN 'sad';
--> + public.felt(): FUNCTION [LANGUAGE sql], of [public.mood]
CREATE FUNCTION feeling(m moods.one%TYPE) RETURNS int LANGUAGE sql RETURN 1;
--> again 42723 function feeling(one) at feeling
--> + public.feeling(one): FUNCTION [LANGUAGE sql]
CREATE VIEW sad AS SELECT 'sad'::mood AS m;
--> + public.sad: view [] gives [m mood] of []
CREATE VIEW other AS SELECT 1 AS a;
--> again 42P07 view other at other
--> + public.other: view [] gives [a null] of []
ALTER TYPE mood SET SCHEMA app;
--> meets type mood present
--> - public.feel(mood): FUNCTION [LANGUAGE sql], of [public.mood]
--> - public.felt(): FUNCTION [LANGUAGE sql], of [public.mood]
--> - public.mood: ENUM [sad, fair, glad, good, angry, odd]
--> + app.mood: ENUM [sad, fair, glad, good, angry, odd]
--> + public.feel(mood): FUNCTION [LANGUAGE sql], of [app.mood]
--> + public.felt(): FUNCTION [LANGUAGE sql], of [app.mood]
--> + public.mood: no type
DROP DOMAIN size;
--> meets domain size present
--> - public.size.lowest: constraint present
--> - public.size: DOMAIN [] of numeric(10,2)
--> + public.size: no type
DROP TYPE app.mood CASCADE;
--> meets type app.mood present
--> - app.mood: ENUM [sad, fair, glad, good, angry, odd]
--> - public.feel(mood): FUNCTION [LANGUAGE sql], of [app.mood]
--> - public.felt(): FUNCTION [LANGUAGE sql], of [app.mood]
--> - public.moods.many: column mood[]
--> - public.moods.one: column mood
--> - public.moods.other: column app.mood
--> - public.moods: table [one, many, large, other]
--> - public.sad: view [] gives [m mood] of []
--> + app.mood: no type
--> + public.feel(mood): no routine
--> + public.felt(): no routine
--> + public.moods: table [large]
--> + public.sad: no relation, in doubt
DROP TYPE IF EXISTS nothing CASCADE;
--> meets type nothing unknown
--> + public.nothing: no type
--> meets in a second run:
--> + public.nothing: no type
