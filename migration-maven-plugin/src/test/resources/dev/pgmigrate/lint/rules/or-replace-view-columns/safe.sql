-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, name text, email text);
create or replace view names as select id, name, email from people;
-- file: 20250102000000_hide_email.sql
set lock_timeout = '2s';
drop view if exists names;
create or replace view names as select id, name from people;
reset lock_timeout;
