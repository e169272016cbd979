-- postgres: 14+
-- refused: 42P16
-- file: 20250101000000_copies.sql
create table source (a int, constraint positive check (a > 0) no inherit);
-- finding: is NO INHERIT
create table copy (like source including constraints) partition by list (a);
create table bare (like source) partition by list (a);
