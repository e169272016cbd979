-- postgres: 14+
-- refused: 42710, 42P16
-- file: 20250101000000_tables.sql
create table top (x int, constraint known check (x > 0));
create table child () inherits (top);
alter table child add constraint known check (x > 0);
-- finding: with 42710
alter table child add constraint known check (x > 1);
create table keyed (id int not null, other int not null, constraint keyed_pkey primary key (id));
create unique index keyed_other on keyed (other);
-- finding: with 42P16
alter table keyed add constraint keyed_other primary key using index keyed_other;
