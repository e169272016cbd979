-- postgres: 14+
-- file: 20250101000000_read_notes.sql
create table if not exists notes (id bigint primary key, body text);
create or replace function read_notes() returns void language plpgsql as $$
declare
    from_to cursor (low bigint, high bigint) for
        select body from notes where id between low and high;
begin
    for note in from_to(low := 1, high := 10) loop
        raise notice '%', note.body;
    end loop;
end
$$;
