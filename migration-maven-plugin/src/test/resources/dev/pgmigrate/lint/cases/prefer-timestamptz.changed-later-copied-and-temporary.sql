-- file: 001_create_flags.sql
create table if not exists flags (id bigint primary key, at timestamp, until timestamptz, day date);
create temporary table scratch (at timestamp);
create table if not exists old_flags (id bigint primary key, at timestamp);
-- file: 002_alter_flags.sql
alter table flags alter column at type timestamptz using at at time zone 'UTC';
drop table if exists old_flags;
create table if not exists copies (
    id bigint primary key,
    -- finding: `copies.at`
    at timestamp(3)
);
create table if not exists more_copies (like copies including all);
