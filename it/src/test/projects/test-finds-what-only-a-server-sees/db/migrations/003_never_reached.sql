CREATE TABLE IF NOT EXISTS never_reached (id bigint PRIMARY KEY);
