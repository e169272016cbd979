-- postgres: 14+
-- refused: 42703
-- file: 20250101000000_create.sql
create table orgs (id bigint primary key, name text, facts jsonb);
create table members (org_id bigint references orgs (id), account_id bigint, role text);
create table notes (id bigint primary key, org_id bigint, body text);
create function shout(orgs) returns text language sql as 'select upper($1.name)';
-- file: 20250102000000_policies.sql
create policy fine on notes for select using (
    exists (select from members m where m.org_id = notes.org_id and account_id = 1 and body is not null));
create policy fine_too on notes for insert with check (org_id in (select m.org_id from members m where role = 'admin'));
create policy unknown_alias on notes for update using (
    -- finding: The table `members` has no column `user_id`
    exists (select from members m where m.user_id = 1));
create policy unknown_name on notes for delete using (
    -- finding: The table `members` has no column `owner_id`
    exists (select from members where owner_id = 1));
create policy unknown_outer on members for select using (
    -- finding: The table `members` has no column `body`
    exists (select from notes where notes.id = members.body));
-- file: 20250103000000_views.sql
create view fine as
    select o.id, o.name as title, o.shout, count(*), (select max(n.id) from notes n where n.org_id = o.id)
    from orgs o
    join members m on m.org_id = o.id
    left join lateral jsonb_each(o.facts) as fact on true
    cross join (select id as note_id from notes) numbered
    group by o.id, title
    order by count, title;
-- finding: `colour`
create view unknown as select orgs.colour from orgs;
-- finding: `size`
create view unknown_too as select size from orgs where name = 'x';
create view in_parts as select id from orgs union select org_id from members order by id;
with counted as (select org_id as org, count(*) as members from members group by 1)
select counted.org, counted.members, members from counted where members > 1;
-- file: 20250104000000_rows.sql
insert into members (org_id, role) select id, name from orgs where orgs.name is not null returning account_id;
insert into orgs as o (id, name) values (1, 'a') on conflict (id) do update set name = excluded.name where o.name is null;
update notes set body = o.name from orgs o where o.id = org_id and notes.ctid is not null;
delete from notes using orgs where orgs.id = notes.org_id and name = 'x';
-- finding: `gone`
delete from notes where gone;
-- finding: `label`
update notes set body = label;
-- finding: The table `orgs` has no column `title`
insert into notes (id, body) select orgs.id, orgs.title from orgs;
-- file: 20250105000000_blocks.sql
do $$
declare
    wanted bigint := 1;
begin
    delete from notes where id = wanted;
    -- finding: `wanted`
    delete from notes where notes.wanted = 1;
end
$$;
