-- postgres: 14+
-- refused: 0A000, 42611, 42710, 42804, 42809, 42P01, 42P07, 42P16, 42P17
-- file: 20250101000000_families.sql
create table top (id int constraint top_positive check (id > 0), name text default 'none');
create table low (kept text, constraint low_known check (kept <> '')) inherits (top);
create table low_2 () inherits (top);
create table other (name text default 'some', id int);
create table both_named (name text default 'any') inherits (top, other);
create table third (name int);
create table again (constraint top_positive check (id > 0)) inherits (top);
alter table low rename constraint low_known to low_kept;
alter table both_named add constraint named check (name <> '');
create table bare (id int, name text);
create table looser (id int, name text, constraint top_positive check (id >= 0));
create table lonely (id int, name text, constraint top_positive check (id > 0) no inherit);
create table fitting (id int, name text, constraint top_positive check (id > 0));
alter table fitting inherit top;
alter table fitting no inherit top;
alter table fitting drop constraint top_positive;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table watched (id int, name text, constraint top_positive check (id > 0));
create trigger watch after insert on watched referencing new table as added for each row execute function touch();
-- file: 20250102000000_what_stays.sql
create table first_one (a int, b int, c int);
create table second_one (b int);
create table heir (c int) inherits (first_one, second_one);
alter table first_one drop column c;
alter table first_one drop column b;
alter table second_one drop column b;
alter table heir drop column c;
alter table only first_one drop column a;
alter table heir drop column a;
-- file: 20250103000000_partitions.sql
create table parts (a int not null, b text, constraint b_known check (b <> '')) partition by list (a);
create table part_1 partition of parts for values in (1);
create table lone (a int not null, b text, constraint b_known check (b <> ''));
create table lone_child () inherits (lone);
create table fit (a int not null, b text, constraint b_known check (b <> ''));
alter table parts attach partition fit for values in (2);
create table computed (a int not null, b text generated always as ('x') stored, constraint b_known check (b <> ''));
-- file: 20250104000000_refused.sql
create table both_unnamed () inherits (top, other);
create table typed_twice () inherits (top, third);
create table stricter (constraint top_positive check (id > 1)) inherits (top);
create table alone (constraint top_positive check (id > 0) no inherit) inherits (top);
alter table low no inherit other;
alter table low inherit top;
alter table bare inherit top;
alter table looser inherit top;
alter table lonely inherit top;
alter table watched inherit top;
alter table low drop constraint top_positive;
alter table low_2 rename constraint top_positive to low_positive;
alter table other add constraint named check (name <> 'x');
alter table top alter column name type varchar;
alter table only top rename constraint top_positive to top_above;
alter table only top rename column id to number;
alter table top rename column name to title;
-- finding: has children that inherit
alter table parts attach partition lone for values in (3);
alter table part_1 no inherit lone;
-- finding: computes `b`
alter table parts attach partition computed for values in (4);
alter table only parts alter column b set not null;
