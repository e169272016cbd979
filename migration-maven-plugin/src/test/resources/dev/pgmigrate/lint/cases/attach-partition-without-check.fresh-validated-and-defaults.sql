-- file: 20250101000000_create.sql
create table p (id bigint not null, at date not null) partition by range (at);
create table a (id bigint not null, at date not null);
create table b (id bigint not null, at date not null, constraint bound check (at >= '2024-01-01' and at < '2025-01-01'));
create table c (id bigint not null, at date not null);
alter table c add constraint bound check (at >= '2022-01-01' and at < '2023-01-01') not valid;
create table "D" (like p);
-- file: 20250102000000_attach.sql
-- finding: `a`
alter table p attach partition a for values from ('2023-01-01') to ('2024-01-01');
alter table p attach partition b for values from ('2024-01-01') to ('2025-01-01');
-- finding: `c`
alter table public.p attach partition c for values from ('2022-01-01') to ('2023-01-01');
create table e (like p including all);
alter table p attach partition e for values from ('2021-01-01') to ('2022-01-01');
-- finding: `D`
alter table p attach partition "D" default;
