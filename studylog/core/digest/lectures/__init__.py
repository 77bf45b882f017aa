"""What pages show of lectures: the page of one along the time of its video, and the lists of them."""
