"""From records to tables: one file a section of the report, a registry, and the guard before every way out."""
