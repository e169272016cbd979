-- runner: psql
-- file: 20250101000000_create.sql
create table if not exists orders (id bigint primary key);
-- file: 20250102000000_short.sql
set statement_timeout = '5s';
alter table orders add column if not exists code text;
-- file: 20250103000000_milliseconds.sql
set statement_timeout = 5000;
alter table orders add column if not exists note text;
-- file: 20250104000000_long.sql
set statement_timeout = '15min';
-- finding: is waited for up to 900 s, the statement_timeout
alter table orders add column if not exists label text;
-- file: 20250105000000_none.sql
set statement_timeout = 0;
-- finding: indefinitely
alter table orders add column if not exists more text;
