-- postgres: 14+
-- refused: 42809, 42P01, 42P17, 55000
-- file: 20250101000000_parts.sql
create table parts (a int, b text) partition by list (a);
create table part_1 partition of parts for values in (1);
create table lone (a int, b text);
create index parts_ab on only parts (a, b);
create index parts_expression on only parts ((a + 1)) where b <> '';
create index parts_pattern on only parts (b text_pattern_ops);
create index part_1_ab on part_1 (a, b);
create index part_1_ba on part_1 (b, a);
create index part_1_hash on part_1 using hash (a);
create index part_1_some on part_1 (a, b) where a > 10;
create unique index part_1_unique on part_1 (a, b);
create index part_1_expression on part_1 ((a + 1)) where b <> '';
create index part_1_other on part_1 ((a + 2)) where b <> '';
create index part_1_plain on part_1 (b);
create index lone_ab on lone (a, b);
-- file: 20250102000000_attach.sql
-- finding: is not an index
alter index parts_ab attach partition part_1;
-- finding: its columns are others
alter index parts_ab attach partition part_1_ba;
-- finding: it is of another kind
alter index parts_ab attach partition part_1_hash;
-- finding: its WHERE is another
alter index parts_ab attach partition part_1_some;
-- finding: it is of another kind
alter index parts_ab attach partition part_1_unique;
-- finding: is not a partition of
alter index parts_ab attach partition lone_ab;
-- finding: its columns are others
alter index parts_expression attach partition part_1_other;
-- finding: its columns are others
alter index parts_pattern attach partition part_1_plain;
-- finding: is an index
alter table parts_ab attach partition part_1_ab for values in (1);
-- finding: is an index
alter table parts_ab detach partition part_1_ab;
alter index parts_ab attach partition part_1_ab;
alter index parts_expression attach partition part_1_expression;
alter table parts detach partition lone;
