"""From the HTML of a page to its blocks: the tree, what each element means, what can be read."""
