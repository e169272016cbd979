-- runner: psql
-- file: 20250101000000_create.sql
create table if not exists events (at date not null) partition by range (at);
create table if not exists events_2024 partition of events for values from ('2024-01-01') to ('2025-01-01');
create table if not exists events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
-- file: 20250102000000_detach.sql
set lock_timeout = 0;
alter table events detach partition events_2024 concurrently;
-- file: 20250103000000_detach_at_once.sql
-- finding: With lock_timeout 0
set lock_timeout = 0;
alter table events detach partition events_2025;
