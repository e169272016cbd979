-- postgres: 14+
-- file: 20250101000000_create_coupons.sql
create table if not exists coupons (code text primary key, percent int);
-- file: 20250102000000_drop_coupons.sql
set lock_timeout = '2s';
-- migrate:ignore ban-drop-table reason="release 2.4 was the last to read it; rows are in the archive"
drop table if exists coupons;
reset lock_timeout;
