-- postgres: 14+
-- file: 20250101000000_create_total.sql
create or replace function total(amount integer) returns integer language sql as 'select amount';
-- file: 20250102000000_widen_total.sql
drop function if exists total(integer);
create or replace function total(amount integer) returns bigint language sql as 'select amount::bigint';
