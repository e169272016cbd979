-- file: 20250101000000_create.sql
create table t (created_at timestamptz, "Updated_At" timestamptz, updated_at timestamptz);
-- file: 20250102000000_drop.sql
alter table t drop column "Updated_At";
-- finding: `created_at`
alter table public.t drop if exists created_at;
