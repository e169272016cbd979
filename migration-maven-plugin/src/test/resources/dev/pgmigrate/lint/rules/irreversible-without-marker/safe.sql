-- postgres: 14+
-- file: 20250101000000_create_users.sql
create table if not exists users (id bigint primary key, fax text);
-- file: 20250102000000_drop_fax.sql
-- migrate:irreversible reason="nobody has written a fax number since 2019"
-- migrate:ignore ban-drop-column reason="no release since 2.4 reads it"
alter table users drop column if exists fax;
