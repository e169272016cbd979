-- postgres: 14+
-- file: 20250101000000_create_events.sql
create table events (id bigint, weight int);
create table clicks () inherits (events);
-- file: 20250102000000_weigh_events.sql
alter table events add constraint has_weight check (weight > 0);
alter table clicks add constraint has_weight check (weight > 0);
