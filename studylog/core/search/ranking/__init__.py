"""Which documents answer a query, and how well."""
