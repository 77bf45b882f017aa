"""What a notebook shows to the public: notes without what is private, people by other names.

Everything that a public site has is made from these texts, so what is left out here is nowhere in it.

- Texts: of `notes`, of `papers`, of the `settings`; without private `stretches` and what was `carried`
  from others.
- People: the `labels` by which they are called, the `masks` that put these in the place of names.
- Pages that stand for what stays `away`; `contacts`, which nobody may publish unasked.
"""
