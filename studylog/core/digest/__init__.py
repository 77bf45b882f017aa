"""The pages of the site as values: a collection goes in, what each page shows comes out.

Nothing here knows HTML; templates loop over these values, test them and print them.
"""
