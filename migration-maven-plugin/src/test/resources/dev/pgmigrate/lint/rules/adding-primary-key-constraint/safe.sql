-- postgres: 14+
-- file: 20250101000000_create_order_lines.sql
create table if not exists order_lines (order_id bigint not null, line bigint not null);
-- file: 20250102000000_index_lines.sql
drop index concurrently if exists order_lines_pkey;
create unique index concurrently order_lines_pkey on order_lines (order_id, line);
-- file: 20250103000000_key_lines.sql
set lock_timeout = '2s';
do $$
begin
    if not exists (
        select from pg_constraint where conrelid = 'order_lines'::regclass and conname = 'order_lines_pkey'
    ) then
        alter table order_lines add constraint order_lines_pkey primary key using index order_lines_pkey;
    end if;
end
$$;
reset lock_timeout;
