-- migrate:irreversible reason="the first tables"
CREATE TYPE state AS ENUM ('new');
CREATE TABLE events (id bigint PRIMARY KEY, amount bigint NOT NULL);
CREATE TABLE parts (id bigint NOT NULL) PARTITION BY LIST (id);
