-- file: 20250101000000_create.sql
create table orders (id bigint primary key, note text);
-- file: 20250102000000_rebuild.sql
create table orders_new (id bigint primary key, note text, code text not null);
insert into orders_new (id, note, code) select id, note, 'x' from orders;
-- finding: inserted into `orders_new` again
insert into orders_new (id, code) values (0, 'none');
drop table orders;
alter table orders_new rename to orders;
-- file: 20250103000000_kept.sql
create table if not exists kinds (id bigint);
-- finding: inserted into `kinds` again
insert into kinds (id) values (1);
