-- postgres: 14+
-- refused: 42804
-- file: 20250101000000_create.sql
create type e as enum ('a', 'b');
create table t (x e default 'a', y e, z e default null);
create table u (x e default 'a');
create table w (x text default 'a', y text);
-- file: 20250102000000_complete.sql
alter type e rename to e_old;
create type e as enum ('a');
alter table t alter column x drop default;
alter table t alter column x type e using x::text::e, alter column y type e using y::text::e,
    alter column z type e using z::text::e;
alter table t alter column x set default 'a';
alter table u alter column x drop default, alter column x type e using x::text::e, alter column x set default 'a';
drop type e_old;
alter table w alter column y type e using y::e;
-- file: 20250103000000_default.sql
-- finding: default of `w.x` stays behind
alter table w alter column x type e using x::e;
-- file: 20250104000000_forgotten.sql
alter type e rename to e_older;
-- finding: column `public.t.y` keeps the renamed type `public.e_older`
create type e as enum ('a', 'c');
alter table t alter column x drop default, alter column x type e using x::text::e;
