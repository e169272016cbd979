${header}
-- Description: TODO what changes, and why
