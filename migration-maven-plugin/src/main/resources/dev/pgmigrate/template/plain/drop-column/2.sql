${header}
-- Description: Drop ${column} of ${table}

${lock_timeout}-- Release this when no running release reads or writes ${column}.
-- migrate:ignore ban-drop-column reason="nothing has used ${column} since TODO which release"
ALTER TABLE ${table} DROP COLUMN IF EXISTS ${column};
