-- postgres: 14+
-- file: 20250101000000_create_cafes.sql
set client_encoding = 'UTF8';

create table if not exists cafes (id bigint primary key, name text not null default 'Café');
