-- file: 20250101000000_create.sql
create domain plain as text;
create domain checked as text check (value <> '');
create domain later as text;
create domain "Strict" as integer not null default 0;
create domain based as checked;
create schema app;
create domain app.plain as text check (value <> '');
create domain loosened as text constraint c check (value <> '');
create table users (id bigint);
-- file: 20250101500000_alter.sql
alter domain later add constraint l check (value <> '');
alter domain loosened drop constraint c;
-- file: 20250102000000_add.sql
alter table users add column a plain;
-- finding: checked
alter table users add column b checked;
-- finding: later
alter table users add column c later;
-- finding: Strict
alter table users add column d "Strict";
-- finding: based
alter table users add column e based;
-- finding: plain
alter table users add column f app.plain;
alter table users add column g loosened;
create table teams (id bigint);
alter table teams add column b checked;
