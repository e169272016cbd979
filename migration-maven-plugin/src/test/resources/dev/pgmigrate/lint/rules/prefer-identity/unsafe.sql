-- postgres: 14+
-- file: 20250101000000_create_tags.sql
create table if not exists tags (
    -- finding: `tags.id`
    id bigserial primary key,
    label text not null
);
