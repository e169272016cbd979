-- postgres: 14+
-- runner: supabase
-- file: 20250115_001_create_notes.sql
create table if not exists notes (id bigint primary key);
-- file: 20250115_002_create_tags.sql
-- finding: The Supabase CLI gives `20250115_001_create_notes.sql` and `20250115_002_create_tags.sql` one version, 20250115
create table if not exists tags (id bigint primary key);
-- file: 20250116000000_create_links.sql
create table if not exists links (id bigint primary key);
