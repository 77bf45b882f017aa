"""What pages show of meetings: a line on every list, who was there, what is near, and the lists."""
