-- refused: 42723
-- file: 20250101000000_types.sql
create type mood as enum ('sad', 'happy');
create function same(a mood, b mood) returns boolean language sql immutable as 'select true';
create function same(a mood, b int) returns boolean language sql immutable as 'select true';
create function number(a mood) returns int language sql immutable as 'select 1';
-- file: 20250102000000_not_guarded.sql
-- finding: operator `===` exists
create operator === (leftarg = mood, rightarg = mood, function = same);
-- finding: operator family `moods` exists
create operator family moods using hash;
-- finding: cast `(mood AS int4)` exists
create cast (mood as int) with function number(mood);
-- file: 20250103000000_of_another_signature.sql
drop operator if exists === (mood, int);
create operator === (leftarg = mood, rightarg = integer, function = same);
drop operator family if exists moods using btree;
create operator family moods using btree;
-- file: 20250104000000_another_is_dropped.sql
drop operator if exists === (mood, mood);
-- finding: operator `===` exists
create operator === (leftarg = mood, rightarg = integer, function = same, commutator = operator(pg_catalog.=));
-- file: 20250105000000_casts.sql
drop cast if exists (mood as integer);
create cast (mood as int) with function number(mood);
-- file: 20250106000000_renamed.sql
alter operator family moods using btree rename to feelings;
drop operator family if exists feelings using btree;
drop operator family if exists moods using btree;
create operator family moods using btree;
