CREATE UNIQUE INDEX CONCURRENTLY events_once ON events (amount, id);
