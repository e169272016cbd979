-- postgres: 14+
-- file: 20250101000000_drop_shop_archive.sql
-- finding: the whole database `shop_archive`
drop database if exists shop_archive;
