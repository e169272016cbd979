-- file: 001_create_hooks.sql
-- postgres://postgres:postgres@db.example.com, postgres://me:[YOUR-PASSWORD]@db.example.com, see https://example.com/a:b@c
-- postgres://app:s3cret-9@localhost:5432/app
create table if not exists hooks (id bigint primary key, note text);
insert into hooks (id, note) values (1, 'sk_live_your_key_here, ghp_xxxxxxxxxxxxxxxxxxxxxxxx1, eyJhbGciOiJIUzI1NiJ9') on conflict do nothing;
-- anon: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoiYW5vbiIsImlhdCI6MTc0MDAwMDAwMH0.c2lnbmF0dXJlc2lnbmF0dXJl
-- finding: The key of service_role
-- service: eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIiwiaWF0IjoxNzQwMDAwMDAwfQ.c2lnbmF0dXJlc2lnbmF0dXJl
-- finding: The password of a connection
-- postgres://app:s3rver-9@db.example.com:5432/app
