-- file: 20250101000000_create.sql
create table p (id bigint not null) partition by range (id);
create table old partition of p for values from (1) to (10);
create table base (id bigint);
create table other (id bigint);
create table heir () inherits (base);
-- file: 20250102000000_detach.sql
-- finding: `old` is not a partition of `p`
alter table p detach partition old concurrently;
-- file: 20250103000000_heirs.sql
alter table heir
-- finding: `heir` does not inherit from `base`
    no inherit base,
-- finding: `heir` inherits from `other`
    inherit other;
-- file: 20250104000000_cascade.sql
drop table if exists other cascade;
create table other (id bigint);
create table heir (id bigint);
alter table heir inherit other;
