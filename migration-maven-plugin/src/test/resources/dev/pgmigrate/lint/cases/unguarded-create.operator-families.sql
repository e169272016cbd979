-- file: 20250101000000_create.sql
-- finding: `loose`
create operator family loose using hash;
drop operator family if exists strict using hash;
create operator family strict using hash;
drop operator family if exists loose using btree;
create operator family loose using btree;
