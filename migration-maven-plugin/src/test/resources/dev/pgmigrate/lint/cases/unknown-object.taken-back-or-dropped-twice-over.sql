-- refused: 42P01
-- file: 20250101000000_nobody_has_seen_it.sql
begin;
drop table if exists elsewhere;
rollback;
create index elsewhere_id on elsewhere (id);
-- file: 20250102000000_by_cascade_and_by_name.sql
create table notes (id bigint primary key);
create table tags (id bigint primary key);
create policy readers on tags using (exists (select from notes));
drop table notes, tags cascade;
-- finding: `tags`
create index tags_id on tags (id);
