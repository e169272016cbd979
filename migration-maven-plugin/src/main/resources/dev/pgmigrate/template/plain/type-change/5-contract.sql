${header}
-- Description: Drop the former ${column} of ${table}

${lock_timeout}-- Release this when the new type has proved itself: there is no way back from here.
-- migrate:ignore ban-drop-column reason="${column} has had its new type since TODO which release"
ALTER TABLE ${table} DROP COLUMN IF EXISTS ${column}_old;
