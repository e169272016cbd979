-- file: V1__create_users.sql
create table if not exists users (id bigint primary key);
-- file: V2__create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: V3__Rehash.java
class V3__Rehash {}
-- file: V4_1__create_tags.sql
create table if not exists marks (id bigint primary key);
-- file: V5__create_tags.sql
create table if not exists tags (id bigint primary key);
