"""Pictures of slides and of notes as sites show them: drawn once, kept by content, and made again if lost."""
