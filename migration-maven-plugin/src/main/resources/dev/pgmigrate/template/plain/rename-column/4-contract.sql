${header}
-- Description: Drop ${column} of ${table}; ${to} has taken its place

${lock_timeout}-- Release this when no running release uses ${column}.
${belongings}DROP TRIGGER IF EXISTS sync_${to} ON ${table};
DROP FUNCTION IF EXISTS ${schema}.${table_name}_sync_${to}();

-- migrate:ignore ban-drop-column reason="nothing has used ${column} since TODO which release"
ALTER TABLE ${table} DROP COLUMN IF EXISTS ${column}${take_default};
