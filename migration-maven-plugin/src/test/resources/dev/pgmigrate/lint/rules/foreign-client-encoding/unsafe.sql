-- postgres: 14+
-- file: 20250101000000_create_cafes.sql
-- finding: another encoding than UTF-8
set client_encoding = 'LATIN1';

create table if not exists cafes (id bigint primary key, name text not null default 'Café');
