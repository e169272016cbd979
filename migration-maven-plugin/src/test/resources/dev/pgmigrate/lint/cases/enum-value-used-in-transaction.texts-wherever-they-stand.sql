-- refused: 55P04
-- file: 20250101000000_create.sql
create type kind as enum ('live', 'gone');
create table audit (kind varchar(20), note text default 'x');
create table things (id bigint, kind kind, kinds kind[]);
create function about(k kind) returns text language sql as 'select $1::text';
-- file: 20250102000000_texts.sql
alter type kind add value if not exists 'archived';
delete from audit where kind = 'archived';
delete from audit where audit.kind in ('archived', 'x') or kind is distinct from 'archived';
alter table audit add constraint audit_check check (kind <> 'archived' or note between 'a' and 'archived');
alter table audit alter column note set default 'archived';
alter table audit add column how text default 'archived';
create table others (how text default 'archived' check (how <> 'archived'));
select upper('archived'), 'archived' as word, 'a' || 'archived';
select * from audit a where a.kind = 'archived' or a.note like 'archived';
update audit set note = 'archived' where kind = 'x';
insert into audit values ('archived', 'archived');
insert into audit (note) select 'archived';
create function later() returns kind language plpgsql as $$ begin return 'archived'::kind; end $$;
set local check_function_bodies = off;
create function unchecked() returns kind language sql as $$ select 'archived'::kind $$;
-- file: 20250103000000_compare.sql
alter type kind add value if not exists 'frozen';
-- finding: 'frozen'
delete from things where kind = 'frozen';
-- file: 20250104000000_in.sql
alter type kind add value if not exists 'thawed';
-- finding: 'thawed'
select id from things t where t.kind in ('live', 'thawed');
-- file: 20250105000000_argument.sql
alter type kind add value if not exists 'boiled';
-- finding: 'boiled'
select about('boiled');
-- file: 20250106000000_default.sql
alter type kind add value if not exists 'fried';
-- finding: 'fried'
alter table things alter column kind set default 'fried';
-- file: 20250107000000_body.sql
alter type kind add value if not exists 'baked';
-- finding: 'baked'
create function bread() returns kind language sql as $$ select 'baked'::kind $$;
