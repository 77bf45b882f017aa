"""Pure: text in, values out. No disk, clock, environment or process.

A note is read by `parse`: `header` and `facts` say what it is, `grammar` what it says. `questions`,
`lectures` and `papers` tell what several notes say together; `body` makes the HTML of a note, `digest` what
pages show. What is made of what is in docs/architecture.md.
"""
