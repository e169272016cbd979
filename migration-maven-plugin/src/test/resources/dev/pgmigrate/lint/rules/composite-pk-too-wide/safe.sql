-- postgres: 14+
-- file: 20250101000000_create_prices.sql
create table if not exists prices (
    id bigint primary key,
    country text,
    city text,
    item text,
    valid_from date,
    unique (country, city, item, valid_from)
);
