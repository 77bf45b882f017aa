"""Search in Korean and English: text as terms, queries, ranking, snippets, and the index as files of a site.

`search.js` is the twin of these modules, and searches those files in a page.
"""
