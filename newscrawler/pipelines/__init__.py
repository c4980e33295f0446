"""Item pipelines: one verb each; they see articles, never a response, and know no site."""
