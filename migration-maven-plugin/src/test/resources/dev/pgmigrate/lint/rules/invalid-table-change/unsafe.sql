-- postgres: 14+
-- file: 20250101000000_create_people.sql
create table if not exists people (id bigint primary key, email text not null);
-- file: 20250102000000_create_logins.sql
create table if not exists logins (
    id bigint primary key,
    -- finding: No unique key of `people`
    email text references people (email)
);
create index if not exists logins_email_idx on logins (email);
