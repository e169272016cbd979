CREATE VIEW totals AS SELECT sum(amount) AS amount FROM events;
