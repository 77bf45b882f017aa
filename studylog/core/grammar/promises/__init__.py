"""What somebody will do: `promises` of a block, to whom they are `assigned`, or to several `together`.

In lists and tables there are `todolists`, `actionitems` and what is `upcoming`; rules that were `agreed` are
no promises.
"""
