-- postgres: 17+
-- refused: 0A000, 42601
-- file: 20250101000000_views.sql
create table if not exists goods (id bigint primary key, name text, price numeric);
create or replace view shown as select id, upper(name) as title, price, price as cost, ctid as place from goods;
create or replace view above as select * from shown where price > 0;
create or replace view counted as select count(*) as n, name from goods group by name;
create or replace view handled as select id, upper(name) as title from goods;
create or replace rule handled_insert as on insert to handled do instead insert into goods (id) values (new.id);
-- file: 20250102000000_rows.sql
insert into shown (id, price) values (1, 2);
-- finding: `title` of the view `public.shown`
insert into shown (id, title) values (2, 'A');
-- finding: `title` of the view `public.shown`
insert into shown values (3, 'A');
insert into handled (id, title) values (4, 'A');
update shown set price = 3 where id = 1;
-- finding: `place` of the view `public.shown`
update shown set place = null where id = 1;
-- finding: are the same column
update shown set price = 3, cost = 4 where id = 1;
-- finding: `title` of the view `public.above`
update above set title = 'B' where id = 1;
-- finding: `title` of the view `public.shown`
insert into shown (id) values (1) on conflict (id) do update set title = 'C';
merge into shown s using (values (9)) as v (id) on s.id = v.id when not matched then insert (id) values (v.id);
-- finding: `title` of the view `public.shown`
merge into shown s using (values (9)) as v (id) on s.id = v.id when matched then update set title = 'D';
