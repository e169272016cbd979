-- postgres: 15+
-- file: 20250101000000_create.sql
create table if not exists pay (id bigint primary key, person text);
alter table pay enable row level security;
create view own_pay as select id from pay where person = current_user;
create view altered as select id from pay;
create view dropped as select id from pay;
create materialized view stored as select id from pay;
-- finding: `public.all_pay`
create view all_pay as select id from pay;
create table if not exists open_pay (id bigint primary key);
create view open_view as select id from open_pay;
-- file: 20250102000000_later.sql
alter view altered set (security_invoker = true);
drop view dropped;
