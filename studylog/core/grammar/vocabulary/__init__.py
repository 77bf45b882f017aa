"""Words as people write them, in both languages: data, and what they tell of a line by themselves.

- Marks before questions, answers and slides: `markwords`, and their `markpatterns`; `asides` behind them.
- Words in titles (`titlewords`) and in sentences (`words`), `verbs` of doing, sentences that report
  (`reportwords`).
- What the `sentences` of a line do: one is `promising`, something is `announced`, a question is `leftopen`;
  and what stands in a note and is `unsaid`.
"""
