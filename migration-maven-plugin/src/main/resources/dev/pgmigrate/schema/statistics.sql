SELECT 'statistics' AS kind, s.oid, s.stxnamespace AS namespace, s.stxname AS name,
       pg_get_userbyid(s.stxowner) AS owner,
       pg_get_statisticsobjdef(s.oid) AS definition,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS "statistics target"
FROM pg_catalog.pg_statistic_ext s
WHERE s.oid >= 16384
