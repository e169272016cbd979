-- postgres: 14+
-- file: 20250101000000_create_links.sql
create table if not exists links (id bigint primary key, url text);
-- finding: `links_url_idx`
create index if not exists links_url_idx on links using hash (url);
