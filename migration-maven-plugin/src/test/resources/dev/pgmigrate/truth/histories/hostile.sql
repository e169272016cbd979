-- history: comments-within-comments
-- file: 20260101000000_comments.sql
/* outer /* inner; drop table x; */ still outer; */
create /* between */ table -- at the end
    noted (id int /* ; */, "a;b" text default ';''--');
-- file: 20260102000000_more.sql
alter table noted add column "/*" text; -- create index
create index on noted ("/*") /* ; */;

-- history: dollar-quotes
-- file: 20260101000000_dollars.sql
create function quoted() returns text language sql as $a$ select $b$ drop table quoted; $a$b$ $b$ $a$;
-- file: 20260102000000_numbers.sql
create table dollars ("$1" int, a$b int, "ä" text);
-- file: 20260103000000_rename.sql
alter table dollars rename a$b to a_b;

-- history: escapes
-- file: 20260101000000_strings.sql
create table strings (a text default E'it\'s \\ \n', b text default U&'d\0061t\+000061', c text default 'a'
    'b', d bytea default '\xdeadbeef', e bit(3) default B'101');
-- file: 20260102000000_comment.sql
comment on column strings.a is E'a\tb';
comment on table strings is null;

-- history: keywords-as-names
-- file: 20260101000000_words.sql
create table name (value int, type text, key text, index int, role text, date date, timestamp timestamp, time time);
create index data on name (value, type);
-- file: 20260102000000_more.sql
alter table name rename value to level;
alter table name add column if not exists column_name text, drop column if exists role;
-- file: 20260103000000_view.sql
create view action as select level, type as policy, index as trigger from name;

-- history: many-actions-in-one
-- file: 20260101000000_table.sql
create table many (a int, b int, c int, d text);
-- file: 20260102000000_actions.sql
alter table many
    drop column d,
    add column e text not null default '',
    alter column a set not null,
    alter column b type bigint,
    add constraint many_positive check (b > 0),
    add constraint many_once unique (a, b),
    alter column c set default 5;
-- file: 20260103000000_back.sql
alter table many drop constraint many_once, drop constraint many_positive, alter column a drop not null, alter c drop default;

-- history: names-of-sixty-three-bytes
-- file: 20260101000000_long.sql
create table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_63 (
    a_column_whose_name_is_also_rather_long_and_gives_a_long_name int unique,
    another_one_that_is_long_enough_to_be_cut_off_in_the_middle int check (another_one_that_is_long_enough_to_be_cut_off_in_the_middle > 0)
);
create index on a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_63 (
    a_column_whose_name_is_also_rather_long_and_gives_a_long_name, another_one_that_is_long_enough_to_be_cut_off_in_the_middle);
-- file: 20260102000000_drop.sql
alter table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_63
    drop column a_column_whose_name_is_also_rather_long_and_gives_a_long_name;

-- history: names-that-the-server-gives
-- file: 20260101000000_given.sql
create table given (id serial primary key, a int unique, b int check (b > 0), c int references given, check (a > b));
create index on given (b);
create index on given (b);
create index on given (lower(a::text));
-- file: 20260102000000_named.sql
alter table given drop constraint given_check;
alter table given drop constraint given_c_fkey;
alter table given rename constraint given_a_key to given_a_once;
drop index given_b_idx1;
alter index given_lower_idx rename to given_lower;
-- file: 20260103000000_taken.sql
alter table given add unique (a);
alter table given add check (a > b);

-- history: a-table-like-another
-- file: 20260101000000_source.sql
create table source (id bigint generated always as identity primary key, a int default 5 check (a > 0), b text);
create index source_b on source (b);
comment on column source.b is 'copied';
-- file: 20260102000000_like.sql
create table copy_of_source (like source including all);
create table bare (like source, extra text);
create table some (like source including defaults including constraints excluding indexes);
-- file: 20260103000000_change.sql
alter table copy_of_source drop constraint source_a_check;
drop index copy_of_source_b_idx;

-- history: tables-of-queries
-- file: 20260101000000_queries.sql
create table q1 as select 1 as a, 'x'::text as b;
create table if not exists q2 (c, d) as select a, b from q1 with no data;
select a, b, now() as at into q3 from q1;
-- file: 20260102000000_columns.sql
alter table q1 add primary key (a);
alter table q2 alter column c set not null;
alter table q3 drop column at;

-- history: temporary-things
-- file: 20260101000000_temporary.sql
create temporary table holding (id int) on commit drop;
insert into holding values (1);
create table kept (id int);
insert into kept select id from holding;
-- file: 20260102000000_hides.sql
create temp table kept (id int, other int);
alter table kept add column more int;
drop table kept;
-- file: 20260103000000_real.sql
alter table kept add column real int;

-- history: everything-goes-by-cascade
-- file: 20260101000000_world.sql
create schema doomed;
create type doomed.kind as enum ('a');
create table doomed.things (id int primary key, kind doomed.kind);
create table survivors (thing int references doomed.things, kind doomed.kind);
create view survivors_view as select s.thing, t.kind from survivors s join doomed.things t on t.id = s.thing;
create function doomed.f() returns int language sql as 'select 1';
create table defaults (a int default doomed.f());
-- file: 20260102000000_cascade.sql
drop schema doomed cascade;
-- file: 20260103000000_again.sql
create schema if not exists doomed;
alter table survivors add column if not exists kind text;

-- history: owners
-- file: 20260101000000_roles.sql
create role owner_of_histories;
create table owned (id int);
alter table owned owner to owner_of_histories;
-- file: 20260102000000_reassign.sql
reassign owned by owner_of_histories to current_user;
drop owned by owner_of_histories;
-- file: 20260103000000_drop.sql
drop role if exists owner_of_histories;

-- history: its-own-transaction
-- file: 20260101000000_own.sql
begin;
create table owns (id int primary key);
insert into owns values (1);
commit;
-- file: 20260102000000_own_again.sql
begin;
alter table owns add column if not exists a int;
commit;

-- history: one-statement-a-transaction
-- runner: psql
-- file: 20260101000000_statements.sql
create table singles (id int primary key, a int);
create index concurrently singles_a on singles (a);
-- file: 20260102000000_concurrently.sql
reindex index concurrently singles_a;
drop index concurrently if exists singles_a;
-- file: 20260103000000_enum.sql
create type single as enum ('a');
alter type single add value 'b';
create table uses_single (kind single default 'b');

-- history: numbers-and-types
-- file: 20260101000000_types.sql
create table types (
    a int2, b int4, c int8, d float4, e float8, f decimal(10, 2), g numeric(5), h varchar(10), i char, j bpchar,
    k timestamp(3) with time zone, l interval day to second(2), m time without time zone, n bit varying(8), o text[], p int[3][3],
    q double precision, r national character varying(5), s "char", t name, u money, v inet, w uuid, x xml, y point, z oid);
-- file: 20260102000000_wider.sql
alter table types
    alter a type int, alter b type bigint, alter f type decimal(12, 2), alter h type varchar(20), alter k type timestamptz;
-- file: 20260103000000_text.sql
alter table types alter h type text, alter i type char(2), alter o type varchar[], alter w set default gen_random_uuid();

-- history: collations-and-operators
-- file: 20260101000000_collation.sql
create collation if not exists plain from "C";
create table collated (a text collate plain, b text collate "C");
create index collated_a on collated (a collate "C" text_pattern_ops desc nulls last) include (b) with (fillfactor = 80);
-- file: 20260102000000_drop.sql
drop index if exists collated_a;
alter table collated alter a type text collate "C";
drop collation plain;

-- history: text-search
-- file: 20260101000000_search.sql
create text search configuration shop_words (copy = simple);
create text search dictionary shop_stem (template = snowball, language = english);
alter text search configuration shop_words alter mapping for asciiword with shop_stem, simple;
-- file: 20260102000000_rename.sql
alter text search configuration shop_words rename to words_of_the_shop;
drop text search configuration if exists shop_words;

-- history: foreign-tables
-- file: 20260101000000_foreign.sql
create foreign data wrapper nowhere;
create server elsewhere foreign data wrapper nowhere options (host 'example.org');
create foreign table remote (id int, name text) server elsewhere options (table_name 'r');
-- file: 20260102000000_options.sql
alter foreign table remote options (add schema_name 's', set table_name 't');
-- file: 20260103000000_column.sql
alter foreign table remote add column if not exists note text;
-- file: 20260104000000_drop.sql
drop foreign table if exists remote;
drop server elsewhere cascade;

-- history: casts-and-operator-classes
-- file: 20260101000000_cast.sql
create type temperature as (celsius float8);
create function to_float(temperature) returns float8 language sql immutable as 'select $1.celsius';
create cast (temperature as float8) with function to_float(temperature) as assignment;
-- file: 20260102000000_drop.sql
drop cast if exists (temperature as float8);
-- file: 20260103000000_again.sql
create cast (temperature as float8) with function to_float(temperature);

-- history: not-null-in-every-way
-- file: 20260101000000_table.sql
create table nulls (a int, b int, c int not null);
-- file: 20260102000000_set.sql
alter table nulls alter a set not null;
-- file: 20260103000000_key.sql
alter table nulls add primary key (b);
-- file: 20260104000000_drop.sql
alter table nulls drop constraint nulls_pkey;
alter table nulls alter c drop not null;
alter table nulls alter a drop not null;
