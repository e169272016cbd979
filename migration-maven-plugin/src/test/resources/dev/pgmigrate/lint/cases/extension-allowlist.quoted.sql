-- file: 20250101000000_create.sql
create extension if not exists "uuid-ossp";
-- finding: `hstore`
create extension if not exists hstore with schema public;
drop extension if exists hstore;
