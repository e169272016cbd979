-- file: 001_create_flags.sql
create table if not exists flags (
    id bigint primary key,
    kind "char" not null,
    -- finding: `flags.one` is char
    one char,
    -- finding: blanks at the end of a value count
    any_length bpchar,
    name varchar(3)
);
