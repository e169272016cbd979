-- postgres: 18+
-- refused: 42704
-- file: 20250101000000_create.sql
create table hours (spot int4range, during tstzrange, primary key (spot, during without overlaps));
create table stays (
    room_id bigint,
    during tstzrange,
    -- finding: needs for `room_id`, which is `int8`, comes with the extension `btree_gist`
    primary key (room_id, during without overlaps)
);
