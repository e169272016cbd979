-- file: 001_create_flags.sql
create table if not exists flags (
    id bigint primary key,
    kind "char" not null,
    -- finding: `flags.one` is char
    one char,
    -- finding: `flags.any_length`
    any_length bpchar,
    name varchar(3)
);
