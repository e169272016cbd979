SELECT 'publication' AS kind, p.oid, p.pubname AS name,
       pg_get_userbyid(p.pubowner) AS owner,
       CASE WHEN p.puballtables THEN 'yes' END AS "all tables",
       concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                 CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publish,
       NULLIF(p.pubgencols, 'n') AS "generated columns", -- since 18
       CASE WHEN p.pubviaroot THEN 'yes' END AS "via partition root"
FROM pg_catalog.pg_publication p
