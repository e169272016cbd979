-- postgres: 14+
-- refused: 42804, 42P21
-- file: 20250101000000_parents.sql
create table if not exists plain (a text, b int);
create table if not exists sorted (a text collate "C", b int);
create table if not exists stored (a text, b int);
alter table stored alter column a set storage external;
create table if not exists as_usual (a text, b int);
alter table as_usual alter column a set storage extended;
-- file: 20250102000000_children.sql
-- finding: sorted in another way
create table child_1 (a text collate "POSIX") inherits (sorted);
-- finding: sorted in another way
create table child_2 (a text) inherits (sorted);
create table child_3 (a text collate "C") inherits (sorted);
create table child_4 () inherits (sorted);
-- finding: sorted in another way
create table child_5 () inherits (plain, sorted);
-- finding: stored in another way
create table child_6 () inherits (plain, stored);
create table child_7 () inherits (plain, as_usual);
-- finding: stored in another way
create table child_8 (like stored including storage) inherits (plain);
create table child_9 (like stored) inherits (plain);
create table lone (a text, b int);
-- finding: another collation for `a`
alter table lone inherit sorted;
