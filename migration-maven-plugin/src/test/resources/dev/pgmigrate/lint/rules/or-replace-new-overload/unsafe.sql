-- postgres: 14+
-- file: 20250101000000_create_total.sql
create or replace function total(amount integer) returns integer language sql as 'select amount';
-- file: 20250102000000_widen_total.sql
-- finding: `total(int4)` has other argument types
create or replace function total(amount bigint) returns bigint language sql as 'select amount';
