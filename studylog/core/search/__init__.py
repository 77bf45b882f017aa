"""Search in Korean and English: text as terms, queries, ranking, snippets, and the index as files of a site.

`index_of(documents)` and `search(index, parse("어텐션"))` are all that a search in memory takes;
`shards(index)` are the files that `search.js`, the twin of these modules, searches in a page.
"""
