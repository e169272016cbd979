-- refused: 42P01
-- file: 20250101000000_not_checked.sql
set check_function_bodies = off;
create function later() returns bigint language sql as 'select id from notes';
create function latest() returns bigint language sql begin atomic
    -- finding: `notes`
    select max(id) from notes;
end;
reset check_function_bodies;
-- finding: `notes`
create function last() returns bigint language sql as 'select id from notes';
create table notes (id bigint primary key);
