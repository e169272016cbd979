-- postgres: 14+
-- file: 20250101000000_create_orders.sql
create table if not exists orders (id bigint primary key, note text);
-- file: 20250102000000_rename_note.sql
set lock_timeout = '2s';
do $$
begin
    if exists (
        select from information_schema.columns
        where table_schema = 'public' and table_name = 'orders' and column_name = 'note'
    ) then
        alter table orders alter column note set default '-';
    end if;
end
$$;
reset lock_timeout;
