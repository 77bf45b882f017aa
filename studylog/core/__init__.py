"""Pure: text in, values out. No disk, clock, environment or process."""
