-- file: 001_create_all.sql
create schema if not exists app;
create table if not exists notes (id bigint primary key);
create table if not exists events (id bigint, day date, primary key (id, day)) partition by range (day);
create table if not exists events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
-- file: 002_move.sql
alter table notes set schema app;
alter table events detach partition events_2025;
