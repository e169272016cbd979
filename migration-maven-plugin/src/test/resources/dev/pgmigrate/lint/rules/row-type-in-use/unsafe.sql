-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists places (id bigint primary key, zip integer not null);
create table if not exists people (id bigint primary key, home places);
-- file: 20250102000000_widen_zip.sql
-- finding: `public.people.home` holds values
alter table places alter column zip type bigint;
