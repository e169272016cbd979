-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, fax text);
-- file: 20250102000000_drop_fax.sql
-- finding: The values of `fax` in `users` are gone
alter table users drop column if exists fax;
-- file: rollback/20250102000000_drop_fax.sql
alter table users add column if not exists fax text;
