-- postgres: 14+
-- refused: 42704, 42809, 42830, 42P01, 42P16
-- file: 20250101000000_tables.sql
create table a (id int primary key, x int unique, y int, z int);
create unique index a_y on a (y);
create table no_key (id int);
create table p (id int not null, n text) partition by range (id);
create table p_1 partition of p for values from (1) to (10);
-- file: 20250102000000_changes.sql
create table b (a_id int references a, a_x int references a (x), a_y int references a (y), self int, b_id int primary key);
alter table b add constraint b_self foreign key (self) references b (b_id);
-- finding: No unique key of `a`
alter table b add constraint b_z foreign key (self) references a (z);
-- finding: which has none
alter table b add constraint b_no_key foreign key (self) references no_key;
-- finding: has 1 columns and refers to 2
alter table b add constraint b_two foreign key (self) references a (id, x);
-- finding: in the primary key
alter table a alter column id drop not null;
-- finding: in the partition key
alter table p drop column id;
-- finding: in the partition key
alter table p alter column id type bigint;
alter table b add constraint self_known check (self > 0);
-- finding: is not a constraint that ALTER CONSTRAINT can change this way
alter table b alter constraint self_known deferrable;
-- finding: is not a partition of `public.p`
alter table p detach partition a;
