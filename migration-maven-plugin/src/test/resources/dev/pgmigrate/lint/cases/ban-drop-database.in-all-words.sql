-- runner: psql
-- file: 20250101000000_drop.sql
-- finding: `Old`
drop database if exists "Old" with (force);
-- finding: `nothing_here`
drop database if exists nothing_here;
