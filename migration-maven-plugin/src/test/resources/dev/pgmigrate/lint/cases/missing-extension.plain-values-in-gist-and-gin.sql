-- postgres: 14+
-- refused: 42704
-- file: 20250101000000_built_in.sql
create table stays (id bigint primary key, room_id bigint, during tstzrange, words tsvector, tags text[], facts jsonb, at point);
create index stays_during on stays using gist (during);
create index stays_at on stays using gist (at);
create index stays_words on stays using gin (words);
create index stays_tags on stays using gin (tags, facts);
create index stays_room on stays (room_id);
alter table stays add constraint stays_apart exclude using gist (during with &&);
alter table stays add constraint stays_alone exclude (room_id with =);
-- file: 20250102000000_plain.sql
-- finding: needs for `room_id`, which is `int8`, comes with the extension `btree_gist`
alter table stays add constraint stays_one_at_a_time exclude using gist (room_id with =, during with &&);
-- file: 20250103000000_new_table.sql
create table seats (seat text);
create table bookings (
    id uuid primary key,
    seat text,
    during tstzrange,
    -- finding: btree_gist
    exclude using gist (seat with =, during with &&)
);
-- finding: needs for `seat`, which is `text`, comes with the extension `btree_gin`
create index seats_seat on seats using gin (seat);
-- file: 20250104000000_enum.sql
create type mood as enum ('glad');
create table people (mood mood, name text);
-- finding: `mood`
create index people_mood on people using gin (mood);
-- file: 20250105000000_there.sql
create extension if not exists btree_gin;
create index people_name on people using gin (name);
