-- history: two-branches-meet
-- file: 20260101000000_base.sql
create table projects (id bigint primary key, name text);
-- file: 20260103000000_from_anna.sql
alter table projects add column if not exists owner text;
create index if not exists projects_owner on projects (owner);
-- file: 20260102000000_from_ben.sql
alter table projects add column owner text;
-- file: 20260104000000_both.sql
alter table projects alter column owner set default 'nobody';

-- history: a-mistake-and-its-repair
-- file: 20260101000000_table.sql
create table invoces (id bigint primary key, ammount numeric);
-- file: 20260102000000_rename.sql
alter table invoces rename to invoices;
alter table invoices rename column ammount to amount;
-- file: 20260103000000_again.sql
alter table if exists invoces rename to invoices;
-- file: 20260104000000_key.sql
alter index invoces_pkey rename to invoices_pkey;

-- history: an-old-name-comes-back
-- file: 20260101000000_first.sql
create table notes (id int primary key);
-- file: 20260102000000_away.sql
alter table notes rename to old_notes;
-- file: 20260103000000_back.sql
create table notes (id bigint primary key, body text);
-- file: 20260104000000_move.sql
insert into notes (id) select id from old_notes;
drop table old_notes;

-- history: expand-and-contract
-- file: 20260101000000_people.sql
create table people (id bigint primary key, name text not null);
-- file: 20260102000000_expand.sql
alter table people add column first_name text, add column last_name text;
create function split_name() returns trigger language plpgsql as $$
begin
    new.first_name := split_part(new.name, ' ', 1);
    new.last_name := split_part(new.name, ' ', 2);
    return new;
end $$;
create trigger people_split before insert or update on people for each row execute function split_name();
-- file: 20260103000000_fill.sql
update people set name = name where first_name is null;
-- file: 20260104000000_contract.sql
drop trigger people_split on people;
drop function split_name();
alter table people drop column name;

-- history: repeatable-views
-- file: 20260101000000_tables.sql
create table sales (id bigint primary key, amount numeric, region text);
-- file: R__sales_by_region.sql
create or replace view sales_by_region as select region, sum(amount) as amount from sales group by region;
-- file: R__grants.sql
do $$ begin
    if exists (select from pg_roles where rolname = 'sales_reader_of_histories') then
        grant select on sales_by_region to sales_reader_of_histories;
    end if;
end $$;

-- history: seeds
-- file: 20260101000000_countries.sql
create table if not exists currencies (code char(3) primary key, digits int not null default 2);
insert into currencies values ('EUR', 2), ('JPY', 0) on conflict do nothing;
-- file: 20260102000000_more.sql
insert into currencies (code) values ('USD');
-- file: 20260103000000_key.sql
create table amounts (id bigint primary key, currency char(3) not null references currencies);
insert into amounts select n, 'EUR' from generate_series(1, 5) as n on conflict (id) do nothing;

-- history: a-polymorphic-reference-becomes-two
-- file: 20260101000000_comments.sql
create table posts (id bigint primary key);
create table photos (id bigint primary key);
create table comments (id bigint primary key, on_type text not null, on_id bigint not null);
-- file: 20260102000000_columns.sql
alter table comments add column post_id bigint references posts, add column photo_id bigint references photos;
-- file: 20260103000000_fill.sql
update comments set post_id = on_id where on_type = 'post';
update comments set photo_id = on_id where on_type = 'photo';
-- file: 20260104000000_check.sql
alter table comments add constraint comments_on_one check (num_nonnulls(post_id, photo_id) = 1);
alter table comments drop column on_type, drop column on_id;

-- history: uuid-keys
-- file: 20260101000000_tables.sql
create table parents (id bigint primary key);
create table children (id bigint primary key, parent_id bigint not null references parents);
-- file: 20260102000000_uuid.sql
alter table parents add column uid uuid not null default gen_random_uuid();
create unique index parents_uid on parents (uid);
alter table children add column parent_uid uuid;
-- file: 20260103000000_fill.sql
update children c set parent_uid = p.uid from parents p where p.id = c.parent_id;
-- file: 20260104000000_swap.sql
alter table children drop constraint children_parent_id_fkey;
alter table parents drop constraint parents_pkey;
alter table parents add constraint parents_pkey primary key using index parents_uid;
alter table children add constraint children_parent_uid_fkey foreign key (parent_uid) references parents (uid);

-- history: settings-of-the-database
-- file: 20260101000000_timeouts.sql
set local lock_timeout = '2s';
set local statement_timeout = '30s';
create table timed (id int);
-- file: 20260102000000_path.sql
select set_config('search_path', 'public', true);
alter table timed add column a int;
-- file: 20260103000000_role.sql
create role set_by_histories;
alter role set_by_histories set search_path = public;
-- file: 20260104000000_reset.sql
alter role set_by_histories reset all;
drop role set_by_histories;

-- history: many-to-many
-- file: 20260101000000_tables.sql
create table tags (id bigint primary key, name text unique);
create table articles (id bigint primary key);
create table article_tags (
    article_id bigint references articles on delete cascade,
    tag_id bigint references tags on delete cascade,
    primary key (article_id, tag_id)
);
-- file: 20260102000000_reverse.sql
create index if not exists article_tags_tag on article_tags (tag_id);
-- file: 20260103000000_order.sql
alter table article_tags add column position int;
alter table article_tags add constraint article_tags_position unique (article_id, position);
-- file: 20260104000000_by_name.sql
create view tagged as select a.id, array_agg(t.name order by at.position) as tags
    from articles a join article_tags at on at.article_id = a.id join tags t on t.id = at.tag_id group by a.id;

-- history: a-tree
-- file: 20260101000000_nodes.sql
create table nodes (id bigint primary key, parent bigint references nodes (id), name text not null, unique (parent, name));
-- file: 20260102000000_path.sql
create recursive view node_paths (id, path) as
    select id, name from nodes where parent is null
    union all select n.id, p.path || '/' || n.name from nodes n join node_paths p on p.id = n.parent;
-- file: 20260103000000_root.sql
insert into nodes values (1, null, 'root');
-- file: 20260104000000_no_cycles.sql
alter table nodes add constraint nodes_no_cycle check (parent <> id) no inherit;

-- history: archived-rows
-- file: 20260101000000_tables.sql
create table current_rows (id bigint primary key, at date);
create table archived_rows (like current_rows including defaults);
-- file: 20260102000000_move.sql
with moved as (delete from current_rows where at < '2020-01-01' returning *)
insert into archived_rows select * from moved;
-- file: 20260103000000_union.sql
create view all_rows as table current_rows union all table archived_rows;
-- file: 20260104000000_column.sql
drop view all_rows;
alter table current_rows add column note text;
alter table archived_rows add column note text;
create view all_rows as table current_rows union all table archived_rows;

-- history: grants-in-every-way
-- file: 20260101000000_roles.sql
create role granted_reader;
create role granted_writer;
create schema granted;
create table granted.a (id int, secret text);
create sequence granted.s;
create function granted.f(int) returns int language sql as 'select $1';
-- file: 20260102000000_grants.sql
grant usage on schema granted to granted_reader, granted_writer;
grant select on all tables in schema granted to granted_reader;
grant insert, update (secret), delete on granted.a to granted_writer with grant option;
grant usage, select on sequence granted.s to granted_writer;
revoke execute on function granted.f(int) from public;
grant execute on all functions in schema granted to granted_writer;
-- file: 20260103000000_defaults.sql
alter default privileges in schema granted grant select on tables to granted_reader;
alter default privileges revoke execute on functions from public;
create table granted.b (id int);
-- file: 20260104000000_revokes.sql
revoke grant option for insert on granted.a from granted_writer;
revoke all on granted.a from granted_writer;
revoke select on granted.b from granted_reader;
