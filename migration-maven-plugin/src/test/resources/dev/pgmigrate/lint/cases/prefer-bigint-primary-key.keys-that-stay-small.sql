-- file: 001_create_all.sql
create table if not exists years (year int primary key);
create table if not exists settings (id int primary key default 1 check (id = 1));
create table if not exists levels (id smallint primary key);
create table if not exists users (
    -- finding: `users.id`
    id serial primary key
);
create table if not exists profiles (user_id int primary key references users (id));
create table if not exists lines (order_id bigint, line int, primary key (order_id, line));
