-- postgres: 14+
-- file: 20250101000000_create_bookings.sql
create table if not exists bookings (
    id bigint primary key,
    during tstzrange,
    constraint bookings_during_excl exclude using gist (during with &&)
);
