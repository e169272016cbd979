-- postgres: 14+
-- refused: 42P16
-- file: 20250101000000_tables.sql
create table if not exists stays (id int primary key);
create unlogged table if not exists leaves (id int primary key);
create unlogged table if not exists leaves_too (id int primary key references leaves);
create table if not exists kept (id int primary key references stays);
-- file: 20250102000000_refused.sql
-- finding: kept in another way
alter table leaves_too set logged;
-- finding: kept in another way
alter table stays set unlogged;
alter table kept set unlogged;
alter table stays set unlogged;
-- finding: kept in another way
create table pointing (id int references leaves);
create unlogged table pointing_too (id int references leaves);
