-- file: 20250101000000_create.sql
create table rooms (during tstzrange);
create table "Rooms" (during tstzrange, constraint rooms_r exclude using gist (during with &&));
-- file: 20250102000000_add.sql
-- finding: rooms
alter table rooms drop constraint if exists r, add constraint r exclude using gist (during with &&);
-- finding: Rooms
alter table public."Rooms" add exclude using gist (during with &&) where (during is not null);
create table halls (during tstzrange);
alter table halls add exclude using gist (during with &&);
