-- postgres: 14+
-- file: 20250101000000_create_notes.sql
create table if not exists notes (id bigint primary key, created_at timestamptz not null default now());
-- file: 20250102000000_drop_created_at.sql
-- finding: `notes` loses `created_at`
alter table notes drop column if exists created_at;
