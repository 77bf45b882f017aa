"""Papers as notes tell of them; while one is being read, it is a draft of `state.papers`.

- One paper: what stands over it (`paperheads`), lines about it (`paperlines`, `paperlinks`, `slideslines`).
- Who presents it and when: `paperturns`, `nextpapers`, `agreedpapers` and `willpresent` in a sentence,
  `plans`, and `daysahead` with the papers of each.
"""
