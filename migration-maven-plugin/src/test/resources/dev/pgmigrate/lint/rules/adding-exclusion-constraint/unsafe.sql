-- postgres: 14+
-- file: 20250101000000_create_bookings.sql
create table if not exists bookings (id bigint primary key, during tstzrange);
-- file: 20250102000000_exclude_overlaps.sql
alter table bookings
    drop constraint if exists bookings_during_excl,
    -- finding: blocks reads and writes of `bookings`
    add constraint bookings_during_excl exclude using gist (during with &&);
