${header}
-- Description: Add the label ${value} to ${object}

-- It can be used from the next migration on, not in this one. BEFORE or AFTER gives it a place.
ALTER TYPE ${object} ADD VALUE IF NOT EXISTS '${value}';
