"""What the scan knows and remembers: rules see it, and change it.

- `scope`: what is known of a note before its body is read; `memory`: what is remembered between blocks,
  the section it is in (`sections`), the minute that a title names (`moments`), and what stands `beside` a
  block.
- Questions that are being read (`drafts`), of `pieces`, and where in a lecture they arose (`locators`);
  papers that are being read (`papers`).
"""
