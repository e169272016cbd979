-- postgres: 14+
-- file: 20250101000000_create_notes.sql
-- Description: Users asked for private notes; see the decision of May.
create table if not exists notes (id bigint primary key);
