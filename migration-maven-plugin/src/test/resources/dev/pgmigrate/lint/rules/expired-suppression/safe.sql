-- today: 2026-01-02
-- file: 20250101000000_create_notes.sql
-- migrate:ignore require-if-not-exists reason="the installer runs it once" until=2026-12-31
create table notes (id bigint primary key);
