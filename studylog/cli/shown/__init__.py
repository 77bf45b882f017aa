"""What a command answers: a table for people, a record a line in a pipe, one object of JSON.

- The `output` in its three forms; `tables` before they are drawn, `records` for JSON.
- Drawn on a `terminal`: `width` of Hangul, and `narrow` ones; a note as a `page`.
- Tables of questions (`questiontable`, `lecturetable`), of people (`persontable`, `peopletables`,
  `attendancegrid`), papers (`paperboard`, `slidestable`, with the words of `papertalk`), hits (`hittable`);
  `screens` of a day.
"""
