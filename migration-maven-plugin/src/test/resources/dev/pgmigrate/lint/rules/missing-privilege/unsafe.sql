-- postgres: 14+
-- file: 20250101000000_create_audits.sql
create table if not exists audits (id bigint primary key);
create role shop_auditor_without_rights nologin;
-- file: 20250102000000_write_audit.sql
set local role shop_auditor_without_rights;
-- finding: has no right to insert on `public.audits`
insert into audits (id) values (1) on conflict do nothing;
-- file: 20250103000000_drop_auditor.sql
drop role if exists shop_auditor_without_rights;
