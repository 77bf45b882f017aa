"""How a note is read: a linear scan over its blocks, a table of rules, and a small memory.

- The way: `division` parts paragraphs, tables (`questiontables`, by their `questioncolumns`) and
  `toggles` that hold several things, and what is asked and answered `atonce`; `blocks` makes one block of
  each, of what its `inlines` say, and `scan` leads the blocks past the `rules`. These see what the `scope`
  knew before, and change the `memory`.
- Words, as data: `markwords` and their `markpatterns`, `titlewords`, `verbs`, and the `words` of sentences.
- What begins: lectures and sections (`headings`, `lecturenumbers`, `plaintitles`), questions (`lines`
  with a mark, marks that are `alone`, `worded`, `letterpairs`, `reported` in a sentence (`reportwords`),
  `unmarked` and whether these ask anew (`asksanew`), `setapart` by their letters, `askingheadings`, a
  `talk`), whose turn it is (`persons`).
- What looks so and is not: `letters`, `doubting`, what is `unsaid`; what the `sentences` of a line do,
  and what stands `beside` it.
- What belongs to a question, whose `drafts` keep `pieces`: replies by their `marks` and `bylines`; `replies`
  tells these apart, `silence` what answers nothing, in words by which it is `leftopen`, `answerlists` have
  them apart, `answering` makes answers, `locators` find the place in the lecture, `asides` say whom it is
  for; so they are `finished`.
- Papers: `paperheads`, `paperlines`, `paperlinks`, `slideslines`, `paperturns`, `nextpapers`, `daysahead`,
  `plans`; their drafts are `papers`.
- All over a note: `promises` (`promising`, `announced`, `actionitems`, to whom they are `assigned`, several
  `together`) and all that was `promised`, `todolists`, what is `upcoming`, rules that were `agreed`,
  `carried` lines by their `references`, who is `named`, perhaps by `initials`, and `spoken`; what stands
  `below` a title.
"""
