"""The people of one note: who is `named` in it, perhaps by `initials`, who has `spoken`, and `persons` whose
is what stands below.
"""
