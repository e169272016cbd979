${header}
-- Description: Make ${column} of ${table} NOT NULL

${lock_timeout}-- The validated check proves it, so that nothing is read under the lock; then it has served its purpose.
ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL;
ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${table_name}_${column}_present;
