"""From blocks to Markdown that reads back as what was meant."""
