-- postgres: 14+
-- file: 20250101000000_create_forms.sql
create table if not exists forms (id bigint primary key, answers jsonb not null);
