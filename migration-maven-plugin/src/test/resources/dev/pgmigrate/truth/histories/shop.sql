-- history: orders-and-lines
-- file: 20260101000000_orders.sql
create table customers (id bigint generated always as identity primary key, email text not null unique);
create table orders (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customers on delete restrict,
    placed_at timestamptz not null default now()
);
create index on orders (customer_id);
-- file: 20260102000000_lines.sql
create table if not exists order_lines (
    order_id bigint not null references orders on delete cascade,
    line int not null,
    sku text not null,
    amount numeric(12, 2) not null check (amount >= 0),
    primary key (order_id, line)
);
create index if not exists order_lines_sku on order_lines (sku);
-- file: 20260103000000_totals.sql
create or replace view order_totals as
    select o.id, sum(l.amount) as total from orders o join order_lines l on l.order_id = o.id group by o.id;
comment on view order_totals is 'What an order costs';

-- history: a-status-becomes-an-enum
-- file: 20260101000000_orders.sql
create table orders (id bigint primary key, status text not null default 'new');
insert into orders values (1, 'new'), (2, 'paid');
-- file: 20260102000000_status.sql
create type order_status as enum ('new', 'paid', 'shipped');
alter table orders alter column status drop default;
alter table orders alter column status type order_status using status::order_status;
alter table orders alter column status set default 'new';
-- file: 20260103000000_returned.sql
alter type order_status add value if not exists 'returned' after 'shipped';

-- history: a-label-twice
-- file: 20260101000000_status.sql
create type payment_status as enum ('open', 'settled');
-- file: 20260102000000_more.sql
alter type payment_status add value 'failed' before 'settled';
-- file: 20260103000000_name.sql
alter type payment_status rename value 'failed' to 'refused';

-- history: vouchers-by-hand-made-sequence
-- file: 20260101000000_vouchers.sql
create sequence if not exists voucher_numbers start 1000;
create table if not exists vouchers (
    number bigint primary key default nextval('voucher_numbers'),
    code text not null
);
alter sequence voucher_numbers owned by vouchers.number;
-- file: 20260102000000_unique_codes.sql
create unique index if not exists vouchers_code on vouchers (upper(code));
-- file: 20260103000000_restart.sql
alter sequence voucher_numbers restart with 5000;
-- file: 20260104000000_rename.sql
alter sequence voucher_numbers rename to voucher_number_seq;

-- history: a-key-made-without-a-long-lock
-- file: 20260101000000_tables.sql
create table products (id bigint primary key);
create table stock (product_id bigint, amount int);
-- file: 20260102000000_key.sql
alter table stock add constraint stock_product foreign key (product_id) references products not valid;
-- file: 20260103000000_validate.sql
alter table stock validate constraint stock_product;
-- file: 20260104000000_index.sql
-- migrate:transaction none
create index concurrently if not exists stock_product_idx on stock (product_id);

-- history: a-column-that-must-be-there
-- file: 20260101000000_products.sql
create table products (id bigint primary key, weight int);
insert into products values (1, null), (2, 20);
-- file: 20260102000000_fill.sql
update products set weight = 0 where weight is null;
-- file: 20260103000000_check.sql
alter table products add constraint products_weight check (weight is not null) not valid;
-- file: 20260104000000_validate.sql
alter table products validate constraint products_weight;
alter table products alter column weight set not null;
alter table products drop constraint products_weight;

-- history: prices-with-a-period
-- file: 20260101000000_prices.sql
create table prices (
    sku text not null,
    during daterange not null,
    price numeric not null,
    exclude using gist (during with &&) where (price > 0)
);
-- file: 20260102000000_bounds.sql
alter table prices add constraint prices_bounded check (not upper_inf(during));
-- file: 20260103000000_again.sql
alter table prices drop constraint if exists prices_bounded;
alter table prices add constraint prices_bounded check (not lower_inf(during));

-- history: a-product-moves-to-its-own-schema
-- file: 20260101000000_products.sql
create table products (id serial primary key, name text);
create view cheap as select id, name from products;
-- file: 20260102000000_schema.sql
create schema if not exists catalog;
alter table products set schema catalog;
-- file: 20260103000000_view.sql
alter view if exists cheap set schema catalog;
-- file: 20260104000000_rename.sql
alter table catalog.products rename column name to title;

-- history: swapping-two-tables
-- file: 20260101000000_old.sql
create table ratings (product bigint, stars int);
insert into ratings values (1, 5);
-- file: 20260102000000_new.sql
create table ratings_new (product bigint not null, stars smallint not null, primary key (product, stars));
insert into ratings_new select product, stars from ratings on conflict do nothing;
-- file: 20260103000000_swap.sql
alter table ratings rename to ratings_old;
alter table ratings_new rename to ratings;
-- file: 20260104000000_drop.sql
drop table if exists ratings_old;

-- history: generated-search-column
-- file: 20260101000000_products.sql
create table products (id bigint primary key, title text not null, body text);
-- file: 20260102000000_search.sql
alter table products add column if not exists words tsvector
    generated always as (to_tsvector('simple', title || ' ' || coalesce(body, ''))) stored;
create index if not exists products_words on products using gin (words);
-- file: 20260103000000_without.sql
alter table products alter column words drop expression if exists;

-- history: a-basket-in-json
-- file: 20260101000000_baskets.sql
create table baskets (id uuid primary key default gen_random_uuid(), items jsonb not null default '[]'::jsonb);
create index baskets_items on baskets using gin (items jsonb_path_ops);
-- file: 20260102000000_shape.sql
alter table baskets add constraint baskets_shape check (jsonb_typeof(items) = 'array') not valid;
-- file: 20260103000000_count.sql
create or replace function basket_size(basket baskets) returns int language sql immutable
    as $$ select jsonb_array_length(basket.items) $$;
create index if not exists baskets_size on baskets (basket_size(baskets));
-- file: 20260104000000_drop.sql
drop index baskets_size;
drop function basket_size(baskets);
