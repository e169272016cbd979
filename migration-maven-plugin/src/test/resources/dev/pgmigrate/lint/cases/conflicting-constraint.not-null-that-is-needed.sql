-- postgres: 18+
-- refused: 0A000, 42P16
-- file: 20250101000000_families.sql
create table if not exists above (a int constraint above_a not null no inherit);
create table if not exists below (b int, constraint below_a not null a no inherit) inherits (above);
-- finding: has a NOT NULL of its own
alter table above alter constraint above_a inherit;
alter table below alter constraint below_a inherit;
alter table above alter constraint above_a inherit;
create table if not exists keyed (id int primary key);
-- finding: out of the primary key
alter table keyed drop constraint keyed_id_not_null;
