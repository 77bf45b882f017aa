"""Whatever asks, and what only looks so.

- With a mark: `lines`, marks that are `alone`, words for one (`worded`), letters (`letterpairs`);
  behind the minute of a video (`logged`).
- Without one: `unmarked`, and whether such a line `asksanew`; `reported` in a sentence, or in a `talk`.
- What asks nothing: `letters` that stand for something, what only is `doubting`, and `topics`.
"""
