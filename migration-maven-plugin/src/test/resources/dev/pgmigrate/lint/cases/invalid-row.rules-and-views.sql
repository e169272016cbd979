-- postgres: 18+
-- refused: 0A000, 428C9
-- file: 20250101000000_rows.sql
create table if not exists notes (id int primary key, body text);
create table if not exists log (id int, body text);
create rule logged as on update to notes do also insert into log values (new.id, new.body);
create view shown as select id, body from notes;
create table if not exists sums (a int, twice int generated always as (a * 2) stored);
create view summed as select a, twice as twofold from sums;
create view summed_again as select twofold, a from summed;
create table if not exists others (id int primary key, body text);
create view other as select id, body from others;
create function ignored() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger instead_of_insert instead of insert on other for each row execute function ignored();
-- file: 20250102000000_refused.sql
-- finding: takes no ON CONFLICT
insert into notes values (1, 'a') on conflict do nothing;
insert into notes values (1, 'a');
insert into others values (1, 'a') on conflict do nothing;
-- finding: takes no MERGE
merge into notes using (values (1)) v (id) on notes.id = v.id when matched then delete;
-- finding: takes no MERGE
merge into shown using (values (1)) v (id) on shown.id = v.id when matched then delete;
-- finding: but not of all
merge into other using (values (2)) v (id) on other.id = v.id
when matched then delete when not matched then insert values (2, 'b');
merge into other using (values (2)) v (id) on other.id = v.id when not matched then insert values (2, 'b');
-- finding: `twofold` of `public.summed_again`
insert into summed_again (a, twofold) values (1, 2);
insert into summed_again (a, twofold) values (1, default);
-- finding: `twofold` of `public.summed`
update summed set twofold = 1;
alter table notes disable rule logged;
merge into notes using (values (1)) v (id) on notes.id = v.id when matched then delete;
