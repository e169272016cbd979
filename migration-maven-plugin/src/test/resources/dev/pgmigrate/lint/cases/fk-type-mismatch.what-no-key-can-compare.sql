-- refused: 42804
-- file: 20250101000000_create.sql
create table place (id bigint primary key, code uuid unique, seen timestamptz unique, label text unique);
create table visit (
    id bigint primary key,
    -- finding: runs out of numbers first
    first_place integer references place (id),
    -- finding: each check of the key converts
    day date references place (seen),
    -- finding: each check of the key converts
    label char(5) references place (label),
    code uuid references place (code)
);
-- file: 20250102000000_refused.sql
create table stay (
    id bigint primary key,
    -- finding: refuses the key with 42804
    place uuid references place (id)
);
