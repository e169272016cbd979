CREATE INDEX CONCURRENTLY events_amount ON events (amount);
