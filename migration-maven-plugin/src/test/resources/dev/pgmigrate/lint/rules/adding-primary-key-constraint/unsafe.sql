-- postgres: 14+
-- file: 20250101000000_create_order_lines.sql
create table if not exists order_lines (order_id bigint not null, line bigint not null);
-- file: 20250102000000_key_lines.sql
alter table order_lines
    drop constraint if exists order_lines_pkey,
    -- finding: blocks reads and writes of `order_lines`
    add constraint order_lines_pkey primary key (order_id, line);
