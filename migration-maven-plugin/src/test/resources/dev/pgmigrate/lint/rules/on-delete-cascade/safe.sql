-- postgres: 14+
-- file: 20250101000000_create_albums.sql
create table if not exists albums (id bigint primary key);
create table if not exists photos (
  id bigint primary key,
  album_id bigint references albums (id)
);
create index if not exists photos_album_id_idx on photos (album_id);
