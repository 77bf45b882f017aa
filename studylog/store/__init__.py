"""The world: files, git, templates. Everything that can fail for reasons outside the notes."""
