-- refused: 42601, 42701
-- file: 001_create_all.sql
create table if not exists boxes (id bigint primary key, tags text[], n int);
update boxes set tags[1] = 'a', tags[2] = 'b' where id = 1;
insert into boxes (id, tags[1], tags[2]) values (1, 'a', 'b') on conflict (id) do update set n = 1;
-- finding: The INSERT names `id` twice
insert into boxes (id, id) values (1, 2);
-- finding: The UPDATE names `n` twice
insert into boxes (id) values (1) on conflict (id) do update set n = 1, n = 2;
