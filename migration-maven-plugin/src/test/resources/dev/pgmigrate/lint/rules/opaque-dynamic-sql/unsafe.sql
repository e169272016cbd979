-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_index_notes.sql
do $$
declare
    empty text := current_setting('app.empty_note', true);
begin
    -- finding: cannot be checked before it runs
    execute format('alter table orders alter column note set default %L', empty);
end
$$;
