-- postgres: 14+
-- file: 20250101000000_create_seats.sql
create table if not exists seats (id bigint, place text, constraint seats_pkey primary key (id));
-- file: 20250102000000_drop_key.sql
-- finding: `seats_pkey`
alter table seats drop constraint if exists seats_pkey;
