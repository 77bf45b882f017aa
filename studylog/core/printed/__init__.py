"""Pages as they were printed: glyphs, lines and pictures at their places, and the note that they show."""
