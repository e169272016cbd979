-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key);
-- file: 20250102000000_add_email.sql
set lock_timeout = '2s';
alter table people add column if not exists email text;
reset lock_timeout;
