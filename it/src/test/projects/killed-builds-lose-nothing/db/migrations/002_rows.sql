-- migrate:transaction off
INSERT INTO events SELECT n, n FROM generate_series(1, 5000) AS n;
INSERT INTO events SELECT n, n FROM generate_series(5001, 10000) AS n;
INSERT INTO events SELECT n, n FROM generate_series(10001, 15000) AS n;
INSERT INTO events SELECT n, n FROM generate_series(15001, 20000) AS n;
