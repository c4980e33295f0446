"""Write the schema of this version into the package."""

from newscrawler.output.schema import SCHEMA_PATH, schema_text

SCHEMA_PATH.write_text(schema_text(), "utf-8")
