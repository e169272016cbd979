-- refused: 2BP01
-- file: 20250101000000_create.sql
create table areas (code text primary key, wider text unique references areas (code), next text references areas (wider));
create table regions (code text primary key, wider text unique references regions (code));
-- file: 20250102000000_drop.sql
-- finding: foreign key `areas_next_fkey` on `public.areas` depends on the constraint `areas_wider_key`
alter table areas drop constraint areas_wider_key;
-- finding: foreign key `areas_wider_fkey` on `public.areas` depends on the constraint `areas_pkey`
alter table areas drop constraint areas_pkey;
alter table regions drop constraint regions_wider_key;
-- finding: foreign key `regions_wider_fkey` on `public.regions` depends on the constraint `regions_pkey`
alter table regions drop constraint regions_pkey;
