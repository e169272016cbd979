-- file: 20250131_001_create_users.sql
-- Migration: 3 new tables for users
-- Version: 1.0
-- Date: 2025-02-01
-- Copyright: 2019-2025
create table if not exists users (id bigint primary key);
-- file: 20250301_001_create_notes.sql
-- finding: `20250131_001_create_notes.sql`
-- Migration: 20250131_001_create_notes.sql
-- finding: `2025-01-31`
-- Date: 2025-01-31
create table if not exists notes (id bigint primary key);
-- Version: 7
