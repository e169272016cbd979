-- postgres: 14+
-- file: 20250101000000_create_prices.sql
create table if not exists prices (
    country text,
    city text,
    item text,
    valid_from date,
    -- finding: has 4 columns
    primary key (country, city, item, valid_from)
);
