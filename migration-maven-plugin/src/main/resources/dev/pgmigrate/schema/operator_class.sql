SELECT 'operator class' AS kind, c.oid, c.opcnamespace AS namespace, c.opcname || ' USING ' || m.amname AS name,
       pg_get_userbyid(c.opcowner) AS owner,
       f.opfnamespace::pg_catalog.regnamespace || '.' || quote_ident(f.opfname) AS family,
       c.opcintype::pg_catalog.regtype AS type,
       NULLIF(c.opckeytype, 0)::pg_catalog.regtype AS storage,
       CASE WHEN c.opcdefault THEN 'yes' END AS "default"
FROM pg_catalog.pg_opclass c
     JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod
     JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
WHERE c.oid >= 16384
