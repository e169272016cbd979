-- postgres: 14+
-- refused: 42P21
-- file: 20250101000000_parts.sql
create table if not exists whole (a int, b text collate "C") partition by list (a);
create table if not exists part_1 (a int, b text);
create table if not exists part_2 (a int, b text collate "C");
-- finding: another collation for `b`
alter table whole attach partition part_1 for values in (1);
alter table whole attach partition part_2 for values in (2);
