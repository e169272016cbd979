-- postgres: 14+
-- file: 20250101000000_count_notes.sql
create table if not exists notes (id bigint primary key);
create or replace function count_notes() returns bigint language plpgsql as $$
begin
    -- finding: `total` is not a variable
    select count(*) into total from notes;
    return 1;
end
$$;
