-- postgres: 14+
-- file: 20250101000000_create_coupons.sql
create table if not exists coupons (code text primary key, percent int);
-- file: 20250102000000_drop_coupons.sql
-- finding: loses all rows of `coupons`
drop table if exists coupons;
