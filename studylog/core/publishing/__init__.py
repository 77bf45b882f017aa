"""What a notebook shows to the public: notes without what is private, people by other names.

Everything that a public site has is made from these texts, so what is left out here is nowhere in it.
"""
