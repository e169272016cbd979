-- file: 001_create_all.sql
create domain key as bigint;
create table if not exists users (id bigint primary key, mail varchar(50) unique, num numeric unique);
create table if not exists notes (
    id bigint primary key,
    user_id key references users (id),
    mail text references users (mail),
    -- finding: each check of the key converts
    num bigint references users (num)
);
