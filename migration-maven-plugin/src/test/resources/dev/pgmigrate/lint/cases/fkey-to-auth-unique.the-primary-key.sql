-- flavour: supabase
-- file: 20250101000000_create.sql
create table a (id uuid primary key references auth.users on delete cascade);
create table b (id uuid primary key references auth.users (id));
create table c (id uuid, foreign key (id) references auth.users (id) on delete cascade);
