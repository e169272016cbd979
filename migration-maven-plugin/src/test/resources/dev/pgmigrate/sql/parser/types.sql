-- kind: CreateEnumStmt
create type mood as enum ();
create type s.mood as enum ('sad', 'ok', E'hap\'py');
-- kind: CompositeTypeStmt
create type pair as ();
create type s.pair as (a int, b text collate "C", c numeric(3)[]);
-- kind: CreateRangeStmt
create type r as range (subtype = float8, subtype_diff = float8mi, collation = "C");
-- kind: DefineStmt
create type shell;
create type base (input = in_f, output = s.out_f, internallength = variable, passedbyvalue, alignment = double, like = int4, delimiter = ',', element = s.x, default = 'none', collatable = true);
create aggregate total(int, text) (sfunc = f, stype = int8, initcond = '0', parallel = safe, sortop = operator(pg_catalog.<));
create or replace aggregate s.total(*) (sfunc = f, stype = int8, finalfunc_extra);
create aggregate total(a int order by b text) (sfunc = f, stype = internal, hypothetical);
create aggregate total(order by variadic "any") (sfunc = f, stype = internal);
create aggregate total(variadic "any" order by variadic "any") (sfunc = f, stype = internal);
create aggregate old_style (basetype = int, sfunc1 = f, stype1 = setof int, initcond1 = -1.5);
create operator === (function = f, leftarg = int, rightarg = text, commutator = ===, negator = operator(s.!==), restrict = eqsel, join = none, hashes, merges);
create operator s.- (procedure = f, rightarg = int);
create operator class.+ (procedure = f, rightarg = int);
create collation c (provider = icu, locale = 'und', deterministic = false);
create collation if not exists s.c (locale = 'C');
create collation c from "C";
create collation if not exists c from s."D";
create text search parser p (start = f, gettoken = g);
create text search dictionary s.d (template = simple, stopwords = english);
create text search template t (init = f, lexize = g);
create text search configuration c (copy = s.english);
-- kind: AlterEnumStmt
alter type mood add value 'glad';
alter type s.mood add value if not exists 'glad' before 'ok';
alter type mood add value 'glad' after 'ok';
alter type mood rename value 'ok' to 'fine';
-- kind: AlterTypeStmt
alter type base set (storage = extended, send = none, typmod_in = s.f);
-- kind: CreateDomainStmt
create domain d int;
create domain s.d as text collate "C" default 'x' constraint c check (value <> '') not null null;
create domain d numeric(3, 1) check (value > 0) no inherit not deferrable;
-- kind: AlterDomainStmt
alter domain d set default 1;
alter domain d drop default;
alter domain s.d set not null;
alter domain d drop not null;
alter domain d add constraint c check (value > 0) not valid;
alter domain d add check (value > 0);
alter domain d add constraint c not null;
alter domain d drop constraint if exists c cascade;
alter domain d drop constraint c;
alter domain d validate constraint c;
-- kind: CreateCastStmt
create cast (a as s.b) with function s.f(a, int) as assignment;
create cast (text as int[]) without function as implicit;
create cast (timestamp with time zone as numeric(3)) with inout;
create cast (a as b) with function f;
-- kind: CreateTransformStmt
create transform for s.x language plpython3u (from sql with function f(internal), to sql with function g(internal));
create or replace transform for x language l (to sql with function g, from sql with function f);
create transform for x language l (from sql with function f);
create transform for x language l (to sql with function f);
-- kind: CreateExtensionStmt
create language plperl;
create or replace trusted procedural language plperl;
create extension if not exists pgcrypto with schema s version '1.3' cascade;
create extension hstore version v1 schema s;
create extension x with;
-- kind: CreatePLangStmt
create trusted language l handler h inline s.i validator s.v;
create or replace procedural language l handler s.h no validator;
create language l handler h inline i;
-- kind: CreateConversionStmt
create conversion c for 'utf8' to 'latin1' from f;
create default conversion s.c for 'utf8' to 'latin1' from s.f;
-- kind: CreateAmStmt
create access method am type index handler h;
create access method am type table handler s.h;
-- kind: CreateOpClassStmt
create operator class c default for type s.x using btree family s.f as operator 1 <, operator 2 s.<= (a, b) for search, operator 3 @@ for order by s.float_ops,
    function 1 f(a, b), function 2 (int, text) s.f(int), storage s.y[];
create operator class c for type int using gist as storage int;
-- kind: CreateOpFamilyStmt
create operator family s.f using hash;
-- kind: AlterOpFamilyStmt
alter operator family f using btree add operator 1 < (int, int), function 1 (int, int) f(int);
alter operator family s.f using btree drop operator 1 (int, text), function 2 (int);
-- kind: AlterOperatorStmt
alter operator === (int, text) set (restrict = none, join = eqjoinsel, hashes);
alter operator - (none, int) set (negator = +);
-- kind: AlterCollationStmt
alter collation s.c refresh version;
-- kind: AlterTSDictionaryStmt
alter text search dictionary d (stopwords = russian, dropped);
-- kind: AlterTSConfigurationStmt
alter text search configuration c add mapping for word, asciiword with s.simple, english;
alter text search configuration c alter mapping for word with simple;
alter text search configuration c alter mapping replace a with b;
alter text search configuration c alter mapping for word replace s.a with s.b;
alter text search configuration c drop mapping for word;
alter text search configuration s.c drop mapping if exists for word, asciiword;
-- kind: CreateSeqStmt
create sequence q;
create temp sequence if not exists s.q as bigint increment by -1 minvalue 1 maxvalue +100 start with 5 cache 10 cycle owned by s.t.a;
create unlogged sequence q as int increment 2 no minvalue no maxvalue no cycle start 3 restart with 4 restart 5 restart owned by none sequence name s.x logged;
-- kind: AlterSeqStmt
alter sequence q restart;
alter sequence if exists s.q as smallint restart with 5 no cycle owned by none unlogged;
-- kind: CreateSchemaStmt
create schema s;
create schema if not exists s;
create schema authorization app;
create schema if not exists authorization current_user;
create schema s authorization app create table t (a int) create unique index i on t (a) create sequence q create view v as select 1
    create trigger x before insert on t for each row execute function f() create or replace trigger x before insert on t execute function f()
    create temp view w as select 2 create or replace view u as select 3 grant select on t to public
    create constraint trigger y after insert on t for each row execute function f() create index on t (a) create table p partition of t default;
-- kind: AlterExtensionStmt
alter extension e update;
alter extension e update to '1.2';
alter extension e update to v2;
-- kind: AlterExtensionContentsStmt
alter extension e add table t;
alter extension e drop sequence q;
alter extension e add view v;
alter extension e add materialized view s.m;
alter extension e add index i;
alter extension e add foreign table t;
alter extension e add collation c;
alter extension e add conversion c;
alter extension e add statistics s;
alter extension e add text search parser p;
alter extension e drop text search dictionary d;
alter extension e add access method m;
alter extension e add event trigger x;
alter extension e add extension x;
alter extension e add foreign data wrapper w;
alter extension e add procedural language l;
alter extension e add language l;
alter extension e add publication p;
alter extension e add schema s;
alter extension e add server v;
alter extension e add database d;
alter extension e add role r;
alter extension e add subscription u;
alter extension e add tablespace t;
alter extension e add aggregate a(*);
alter extension e add cast (a as b);
alter extension e add domain d;
alter extension e add type s.t;
alter extension e add function f(int);
alter extension e add procedure p;
alter extension e add routine r;
alter extension e add operator + (int, int);
alter extension e add operator class c using btree;
alter extension e add operator family f using btree;
alter extension e add transform for t language l;
