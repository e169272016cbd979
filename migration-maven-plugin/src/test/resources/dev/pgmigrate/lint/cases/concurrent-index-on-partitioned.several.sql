-- postgres: 14+
-- refused: 0A000
-- file: 20250101000000_drop.sql
-- finding: 2 at once
drop index concurrently if exists a, b;
-- file: 20250102000000_drop.sql
-- finding: refuses CASCADE
drop index concurrently if exists c cascade;
