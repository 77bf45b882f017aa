"""PDFs, opened where they can do no harm: in child processes that have little time and little memory."""
