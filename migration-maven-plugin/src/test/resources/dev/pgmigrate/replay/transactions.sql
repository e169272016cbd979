-- runner: PSQL
-- Transactions and settings of the file's own.
SELECT 1;
--> runs in NONE
SET LOCAL lock_timeout = '1s';
SET lock_timeout = '2s';
--> runs with [lock_timeout = 1s locally without effect]
SET row_security TO OFF;
--> runs with [lock_timeout = 2s]
BEGIN;
--> runs with [lock_timeout = 2s, row_security = off (off)]
CREATE TABLE a (id int);
--> runs in FILE
--> again 42P07 table a at a
--> + public.a.id: column int4
--> + public.a: table [id]
SET LOCAL lock_timeout = '3s';
SAVEPOINT s;
--> runs with [lock_timeout = 3s locally, row_security = off (off)]
CREATE TABLE b (id int);
--> + public.b.id: column int4
--> + public.b: table [id]
DROP TABLE a;
--> meets table a present
--> - public.a.id: column int4
--> - public.a: table [id]
--> + public.a: no relation
ROLLBACK TO s;
--> - public.a: no relation
--> - public.b.id: column int4
--> - public.b: table [id]
--> + public.a.id: column int4
--> + public.a: table [id]
CREATE TABLE c (id int);
--> again 42P07 table c at c
--> + public.c.id: column int4
--> + public.c: table [id]
RELEASE s;
COMMIT AND CHAIN;
CREATE TABLE d (id int);
--> runs with [row_security = off (off)]
--> + public.d.id: column int4
--> + public.d: table [id]
SET statement_timeout = 5;
ROLLBACK AND CHAIN;
--> runs with [row_security = off (off), statement_timeout = 5]
--> - public.d.id: column int4
--> - public.d: table [id]
CREATE TABLE e (id int);
--> runs with [lock_timeout = 2s, row_security = off (off)]
--> + public.e.id: column int4
--> + public.e: table [id]
BEGIN;
ROLLBACK;
--> - public.e.id: column int4
--> - public.e: table [id]
SELECT 1;
--> runs in NONE
ROLLBACK;
CREATE TABLE f (id int);
--> again 42P07 table f at f
--> + public.f.id: column int4
--> + public.f: table [id]
START TRANSACTION;
CREATE TABLE g (id int);
--> runs in FILE
--> + public.g.id: column int4
--> + public.g: table [id]
PREPARE TRANSACTION 'x';
--> - public.g.id: column int4
--> - public.g: table [id]
CREATE TABLE h (id int);
--> runs in NONE
--> again 42P07 table h at h
--> + public.h.id: column int4
--> + public.h: table [id]
ROLLBACK TO never;
ROLLBACK PREPARED 'x';
RESET lock_timeout;
SELECT set_config('work_mem', '1MB', true);
--> runs with [row_security = off (off)]
SELECT set_config('work_mem', '1MB', false), 1;
--> runs with [row_security = off (off), work_mem = 1MB locally without effect]
SELECT set_config('work_mem', v, false) FROM t;
SELECT set_config('work_mem', v, false);
SELECT set_config('Work_Mem', '2MB', false);
SELECT other('work_mem', '3MB', false);
--> runs with [row_security = off (off), work_mem = 2MB]
SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;
SET lock_timeout TO DEFAULT;
DISCARD PLANS;
RESET ALL;
SET check_function_bodies = 'no';
--> runs with []
DISCARD ALL;
--> runs with [check_function_bodies = no (off)]
COMMIT PREPARED 'x';
--> runs with []
--> - public.a.id: column int4
--> - public.a: table [id]
--> - public.c.id: column int4
--> - public.c: table [id]
--> - public.f.id: column int4
--> - public.f: table [id]
--> - public.h.id: column int4
--> - public.h: table [id]
--> + public.a.id: column int4, in doubt
--> + public.a: table [id], in doubt
--> + public.c.id: column int4, in doubt
--> + public.c: table [id], in doubt
--> + public.f.id: column int4, in doubt
--> + public.f: table [id], in doubt
--> + public.h.id: column int4, in doubt
--> + public.h: table [id], in doubt
SELECT 1;
