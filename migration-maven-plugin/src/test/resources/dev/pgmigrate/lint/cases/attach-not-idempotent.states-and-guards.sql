-- refused: 42P01
-- file: 20250101000000_create.sql
create schema app;
create table p (id bigint not null) partition by range (id);
create table app.p2 (id bigint not null) partition by range (id);
create table a (id bigint not null);
create table "B" (id bigint not null);
create table old partition of p for values from (20) to (30);
create table older partition of p for values from (30) to (40);
create table kept partition of p for values from (40) to (50);
create table moved partition of p for values from (50) to (60);
create table base (id bigint);
create table other (id bigint);
create table heir (id bigint);
create table child () inherits (base);
create table lost () inherits (base);
create table orphan () inherits (base);
-- file: 20250102000000_partitions.sql
-- finding: `a` is a partition
alter table p attach partition a for values from (1) to (10);
do $$ begin
    alter table p attach partition "B" for values from (10) to (20);
exception when wrong_object_type then null; end $$;
-- finding: `public.old` is not a partition of `p`
alter table p detach partition public.old;
-- finding: `older` is not a partition of `p`
alter table p detach partition older;
drop table if exists older;
alter table p detach partition kept;
alter table p attach partition kept for values from (40) to (45);
-- finding: `moved` is not a partition of `p`
alter table p detach partition moved;
-- finding: `moved` is a partition
alter table app.p2 attach partition moved for values from (50) to (60);
-- file: 20250103000000_replace.sql
drop table if exists a;
create table a (id bigint not null);
alter table p attach partition a for values from (1) to (10);
-- file: 20250104000000_heirs.sql
-- finding: `heir` inherits from `base`
alter table heir inherit base;
alter table child no inherit base, inherit base;
alter table child no inherit base;
alter table child inherit base;
-- finding: `lost` does not inherit from `base`
alter table lost no inherit base;
do $$ begin
    if exists (select from pg_inherits where inhrelid = 'orphan'::regclass) then
        alter table orphan no inherit base;
    end if;
end $$;
do $$ begin
-- finding: `heir` inherits from `other`
    alter table heir inherit other;
exception when undefined_table then null; end $$;
-- file: 20250105000000_renamed.sql
alter table base rename to root;
-- file: 20250106000000_renamed_parent.sql
-- finding: `heir` does not inherit from `root`
alter table heir no inherit root;
-- file: 20250107000000_indexes.sql
create index i on only p (id);
create index a_i on a (id);
alter index i attach partition a_i;
-- file: 20250108000000_unknown.sql
-- finding: `unseen` is a partition
alter table whole attach partition unseen for values from (1) to (2);
