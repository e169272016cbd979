-- file: 001_create_notes.sql
create table if not exists "notes" (
    "id" bigint primary key,
    "name" text,
    -- finding: The column `order`
    "order" int
);
