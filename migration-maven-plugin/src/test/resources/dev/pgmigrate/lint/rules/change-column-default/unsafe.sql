-- postgres: 14+
-- file: 20250101000000_create_tickets.sql
create table if not exists tickets (id bigint primary key, state text default 'open');
-- file: 20250102000000_change_default.sql
-- finding: another `state`
alter table tickets alter column state set default 'new';
