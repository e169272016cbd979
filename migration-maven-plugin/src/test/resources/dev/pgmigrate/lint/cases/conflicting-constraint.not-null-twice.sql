-- postgres: 18+
-- refused: 42601, 42704
-- file: 20250101000000_definitions.sql
create type announced;
create table announcements (id int, a announced);
alter type announced set (storage = extended);
-- finding: is NOT NULL twice
create table twice (a int not null no inherit, not null a);
-- finding: is NOT NULL twice
create table key_and_not (a int primary key, not null a no inherit);
create table once (a int not null, b int not null no inherit, not null a);
