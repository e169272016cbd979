-- refused: 42703
-- file: 20250101000000_create.sql
create table notes (id bigint primary key, body text);
-- file: 20250102000000_blocks.sql
do $$ begin
    -- finding: `label`
    delete from notes where label = 'x' and not found;
end $$;
do $$ begin
    for label in 1..2 loop
        delete from notes where id = label;
    end loop;
end $$;
-- A view keeps its query, in which no variable has a value.
do $$ declare
    label text := 'x';
begin
    -- finding: `label`
    create view labelled as select id from notes where body = label;
end $$;
